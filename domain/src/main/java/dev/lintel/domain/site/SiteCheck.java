package dev.lintel.domain.site;

import static dev.lintel.domain.site.SiteLine.quote;

import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.IdentifierValue;
import dev.lintel.domain.identifier.InvalidIdentifierException;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.restriction.Grant;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.restriction.RestrictionLine;
import dev.lintel.domain.schedule.HolidayCalendar;
import dev.lintel.domain.schedule.InvalidRecurrenceException;
import dev.lintel.domain.schedule.Occurrences;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.site.SiteRecords.At;
import dev.lintel.domain.user.User;
import dev.lintel.domain.wire.WireName;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks the records of a site file against each other, and finds everything that is wrong, not only the first. */
final class SiteCheck {
    private final SiteRecords records;
    private final Map<String, At<ObjectGroup>> groups;
    private final Map<String, At<Schedule>> schedules;
    private final Map<String, At<Device>> devices;
    private final Map<String, At<AccessRestriction>> restrictions;
    private final Map<String, At<User>> users;
    private final Map<String, At<Identifier>> identifiers;

    SiteCheck(SiteRecords records) {
        this.records = records;
        this.groups = byId(records.groups, ObjectGroup::id, "id");
        this.schedules = byId(records.schedules, Schedule::id, "id");
        this.devices = byId(records.devices, Device::id, "id");
        this.restrictions = byId(records.restrictions, AccessRestriction::id, "id");
        this.users = byId(records.users, User::id, "id");
        this.identifiers = byId(records.identifiers, Identifier::id, "id");
    }

    /**
     * The site, when nothing is wrong with it.
     *
     * @throws SiteFileException with all problems in the order of the lines
     */
    Site site() {
        checkHeader();
        checkGroups();
        checkSchedules();
        byId(records.calendars, HolidayCalendar::id, "id");
        checkDevices();
        checkRestrictions();
        checkGrants();
        checkUsers();
        checkIdentifiers();
        if (!records.problems.isEmpty()) {
            records.problems.sort(Comparator.comparingInt(SiteProblem::line));
            throw new SiteFileException(records.problems);
        }
        SiteRecords.Header header = records.headers.getFirst().record();
        return new Site(
                header.name(),
                header.timeZone(),
                plain(records.groups),
                plain(records.schedules),
                plain(records.calendars),
                plain(records.devices),
                plain(records.restrictions),
                plain(records.grants).stream().distinct().toList(),
                plain(records.users),
                plain(records.identifiers));
    }

    private static <T> List<T> plain(List<At<T>> records) {
        return records.stream().map(At::record).toList();
    }

    private void problem(int line, String field, String reason) {
        records.problems.add(new SiteProblem(line, field, reason));
    }

    private <T> Map<String, At<T>> byId(List<At<T>> list, Function<T, String> id, String field) {
        Map<String, At<T>> known = HashMap.newHashMap(list.size());
        for (At<T> at : list) {
            At<T> first = known.putIfAbsent(id.apply(at.record()), at);
            if (first != null && !id.apply(at.record()).equals(SiteLine.STAND_IN)) {
                problem(at.line(), field, quote(id.apply(at.record())) + " is already on line " + first.line());
            }
        }
        return known;
    }

    private void reference(int line, String field, String id, Map<String, ?> known) {
        if (!known.containsKey(id) && !id.equals(SiteLine.STAND_IN)) {
            problem(line, field, "refers to " + quote(id) + ", which is not in the file");
        }
    }

    private void checkHeader() {
        if (records.headers.isEmpty()) {
            problem(0, "site", "is missing: one line must be of kind \"site\"");
        }
        records.headers.stream()
                .skip(1)
                .forEach(at -> problem(
                        at.line(),
                        "kind",
                        "the site is already on line "
                                + records.headers.getFirst().line()));
    }

    private void checkGroups() {
        List<At<ObjectGroup>> roots = records.groups.stream()
                .filter(at -> at.record().parent() == null)
                .toList();
        if (roots.isEmpty()) {
            problem(0, "group", "is missing: exactly one group must have no parent");
        }
        roots.stream()
                .skip(1)
                .forEach(at -> problem(
                        at.line(),
                        "parent",
                        "is missing: exactly one group has none, and that is already "
                                + quote(roots.getFirst().record().id())));
        Set<String> sound = new HashSet<>();
        for (At<ObjectGroup> at : records.groups) {
            String parent = at.record().parent();
            if (parent != null) {
                reference(at.line(), "parent", parent, groups);
            }
            checkForCycle(at, sound);
        }
    }

    private void checkForCycle(At<ObjectGroup> start, Set<String> sound) {
        Set<String> way = new LinkedHashSet<>();
        @Nullable At<ObjectGroup> at = start;
        while (at != null && !sound.contains(at.record().id())) {
            if (!way.add(at.record().id())) {
                problem(
                        start.line(),
                        "parent",
                        "makes a cycle: " + String.join(" -> ", way) + " -> "
                                + at.record().id());
                break;
            }
            String parent = at.record().parent();
            at = parent == null ? null : groups.get(parent);
        }
        sound.addAll(way);
    }

    private void checkSchedules() {
        ZoneId zone = records.headers.isEmpty()
                ? ZoneId.of("UTC")
                : records.headers.getFirst().record().timeZone();
        for (At<Schedule> at : records.schedules) {
            try {
                Occurrences.of(at.record(), zone);
            } catch (InvalidRecurrenceException invalid) {
                problem(at.line(), "rrule", invalid.reason());
            }
        }
    }

    private void checkDevices() {
        byId(records.devices, Device::serial, "serial");
        for (At<Device> at : records.devices) {
            reference(at.line(), "group", at.record().group(), groups);
        }
    }

    private void checkRestrictions() {
        for (At<AccessRestriction> at : records.restrictions) {
            int number = 0;
            for (RestrictionLine line : at.record().lines()) {
                reference(at.line(), "lines[" + number++ + "].device", line.device(), devices);
            }
            for (String schedule : at.record().schedules()) {
                reference(at.line(), "schedules", schedule, schedules);
            }
        }
    }

    private void checkGrants() {
        for (At<Grant> at : records.grants) {
            reference(at.line(), "restriction", at.record().restriction(), restrictions);
            switch (at.record().to()) {
                case GrantTarget.ToGroup to -> reference(at.line(), "to.group", to.id(), groups);
                case GrantTarget.ToUser to -> reference(at.line(), "to.user", to.id(), users);
                case GrantTarget.ToIdentifier to -> reference(at.line(), "to.identifier", to.id(), identifiers);
            }
        }
    }

    private void checkUsers() {
        for (At<User> at : records.users) {
            at.record().groups().forEach(group -> reference(at.line(), "groups", group, groups));
        }
    }

    private void checkIdentifiers() {
        Map<IdentifierType, Map<String, Integer>> values = new HashMap<>();
        for (At<Identifier> at : records.identifiers) {
            Identifier identifier = at.record();
            reference(at.line(), "user", identifier.user(), users);
            try {
                String value = IdentifierValue.normalise(identifier.type(), identifier.value());
                Integer first = values.computeIfAbsent(identifier.type(), type -> new HashMap<>())
                        .putIfAbsent(value, at.line());
                if (first != null) {
                    problem(
                            at.line(),
                            "value",
                            quote(identifier.value()) + " means the same " + WireName.of(identifier.type())
                                    + " as the value on line " + first);
                }
            } catch (InvalidIdentifierException invalid) {
                problem(at.line(), "value", invalid.getMessage() + ", not " + quote(identifier.value()));
            }
        }
    }
}
