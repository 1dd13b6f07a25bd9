package dev.lintel.domain.site;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.lintel.domain.device.Device;
import dev.lintel.domain.device.DeviceNames;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.restriction.Grant;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.schedule.HolidayCalendar;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.schedule.edit.ScheduleFields;
import dev.lintel.domain.user.User;
import dev.lintel.domain.wire.WireName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A record of a site as people read it: names in place of ids, and no secret.
 *
 * @param fields by name; what is not there is left out
 */
record ReadableRecord(String kind, String id, String name, Map<String, String> fields) {
    private static final String HIDDEN = "••••";

    /** What tells records of a site apart. */
    String key() {
        return kind + " " + id;
    }

    /** Reads records of a site, of which some are known by name only. */
    static final class Reader {
        private final Map<String, String> groups;
        private final Map<String, String> devices;
        private final Map<String, String> schedules;
        private final Map<String, String> restrictions;
        private final Map<String, String> users;

        /** @param sites for names; what is in a later one is called as there */
        Reader(Site... sites) {
            List<Site> all = List.of(sites);
            groups = names(all, Site::groups, ObjectGroup::id, ObjectGroup::name);
            devices =
                    names(all, Site::devices, Device::id, device -> DeviceNames.of(device, groups.get(device.group())));
            schedules = names(all, Site::schedules, Schedule::id, Schedule::name);
            restrictions = names(all, Site::restrictions, AccessRestriction::id, AccessRestriction::name);
            users = names(all, Site::users, User::id, User::name);
        }

        private static <T> Map<String, String> names(
                List<Site> sites, Function<Site, List<T>> records, Function<T, String> id, Function<T, String> name) {
            return sites.stream()
                    .flatMap(site -> records.apply(site).stream())
                    .collect(toMap(id, name, (earlier, later) -> later));
        }

        Stream<ReadableRecord> all(Site site) {
            return Stream.of(
                            site.groups().stream().map(this::group),
                            site.schedules().stream().map(this::schedule),
                            site.calendars().stream().map(this::calendar),
                            site.devices().stream().map(this::device),
                            site.restrictions().stream().map(this::restriction),
                            site.users().stream().map(this::user),
                            site.identifiers().stream().map(this::identifier),
                            site.grants().stream().map(this::grant))
                    .flatMap(records -> records);
        }

        private ReadableRecord group(ObjectGroup group) {
            return new Fields()
                    .with("name", group.name())
                    .with("type", WireName.of(group.type()))
                    .with("parent", name(groups, group.parent()))
                    .with("logicalAddress", group.logicalAddress())
                    .record("group", group.id(), group.name());
        }

        private ReadableRecord schedule(Schedule schedule) {
            return new ReadableRecord("schedule", schedule.id(), schedule.name(), ScheduleFields.of(schedule));
        }

        private ReadableRecord calendar(HolidayCalendar calendar) {
            return new ReadableRecord("holiday-calendar", calendar.id(), calendar.name(), ScheduleFields.of(calendar));
        }

        private ReadableRecord device(Device device) {
            return new Fields()
                    .with("name", device.name())
                    .with("type", WireName.of(device.type()))
                    .with("group", name(groups, device.group()))
                    .with("model", device.model())
                    .with("serial", device.serial())
                    .with("locks", device.locks())
                    .with("position", device.position())
                    .record("device", device.id(), devices.getOrDefault(device.id(), device.id()));
        }

        private ReadableRecord restriction(AccessRestriction restriction) {
            String lines = restriction.lines().stream()
                    .map(line -> name(devices, line.device())
                            + (line.accessPoint() == null ? "" : " " + line.accessPoint()) + " "
                            + WireName.of(line.lock()))
                    .collect(joining(", "));
            return new Fields()
                    .with("name", restriction.name())
                    .with("guestUsable", restriction.guestUsable())
                    .with("lines", lines)
                    .with("schedules", names(schedules, restriction.schedules()))
                    .record("restriction", restriction.id(), restriction.name());
        }

        private ReadableRecord user(User user) {
            return new Fields()
                    .with("name", user.name())
                    .with("e-mail", user.email())
                    .with("profile", user.profile())
                    .with("groups", names(groups, user.groups()))
                    .with("suspended", user.suspended())
                    .record("user", user.id(), user.name());
        }

        private ReadableRecord identifier(Identifier identifier) {
            String type = WireName.of(identifier.type());
            String value = identifier.type().isSecret() ? HIDDEN : identifier.value();
            return new Fields()
                    .with("owner", name(users, identifier.user()))
                    .with("type", type)
                    .with("value", value)
                    .with("validFrom", identifier.validFrom())
                    .with("validUntil", identifier.validUntil())
                    .with("maxPasses", identifier.maxPasses())
                    .with("revoked", identifier.revoked())
                    .with("suspended", identifier.suspended())
                    .with("guest", identifier.guest() == null ? null : WireName.of(identifier.guest()))
                    .record("identifier", identifier.id(), type + " " + value);
        }

        private ReadableRecord grant(Grant grant) {
            String restriction = name(restrictions, grant.restriction());
            String to =
                    switch (grant.to()) {
                        case GrantTarget.ToGroup group -> name(groups, group.id());
                        case GrantTarget.ToUser user -> name(users, user.id());
                        case GrantTarget.ToIdentifier identifier -> identifier.id();
                    };
            return new Fields()
                    .with("restriction", restriction)
                    .with("to", to)
                    .record("grant", grant.restriction() + " " + grant.to().id(), restriction);
        }

        private static String names(Map<String, String> names, Collection<String> ids) {
            return ids.stream().map(id -> name(names, id)).collect(joining(", "));
        }

        private static String name(Map<String, String> names, @Nullable String id) {
            return id == null ? "" : names.getOrDefault(id, id);
        }
    }

    /** Fields while they are gathered. */
    private static final class Fields {
        private final Map<String, String> fields = new TreeMap<>();

        Fields with(String name, @Nullable Object value) {
            if (value != null && !value.toString().isEmpty()) {
                fields.put(name, value.toString());
            }
            return this;
        }

        ReadableRecord record(String kind, String id, String name) {
            return new ReadableRecord(kind, id, name, fields);
        }
    }
}
