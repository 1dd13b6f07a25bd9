package dev.lintel.domain.site;

import dev.lintel.domain.device.Device;
import dev.lintel.domain.device.Position;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.restriction.Grant;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.schedule.Holiday;
import dev.lintel.domain.schedule.HolidayCalendar;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.user.User;
import dev.lintel.domain.wire.WireName;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the records of a site, sorted by kind and id. */
final class SiteWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SiteWriter() {}

    static Stream<String> lines(Site site, JsonMapper json) {
        return Stream.of(
                        Stream.of(header(site)),
                        sorted(site.groups(), ObjectGroup::id).map(SiteWriter::group),
                        sorted(site.schedules(), Schedule::id).map(SiteWriter::schedule),
                        sorted(site.calendars(), HolidayCalendar::id).map(SiteWriter::calendar),
                        sorted(site.devices(), Device::id).map(SiteWriter::device),
                        sorted(site.restrictions(), AccessRestriction::id).map(SiteWriter::restriction),
                        sorted(site.users(), User::id).map(SiteWriter::user),
                        sorted(site.identifiers(), Identifier::id).map(SiteWriter::identifier),
                        site.grants().stream().sorted(BY_RESTRICTION).map(SiteWriter::grant))
                .flatMap(Function.identity())
                .map(json::writeValueAsString);
    }

    private static final Comparator<Grant> BY_RESTRICTION = Comparator.comparing(Grant::restriction)
            .thenComparing(grant -> targetKind(grant.to()))
            .thenComparing(grant -> grant.to().id());

    private static <T> Stream<T> sorted(List<T> records, Function<T, String> id) {
        return records.stream().sorted(Comparator.comparing(id));
    }

    private static ObjectNode record(String kind) {
        return NODES.objectNode().put("kind", kind);
    }

    private static ObjectNode header(Site site) {
        return record("site")
                .put("version", 1)
                .put("name", site.name())
                .put("timeZone", site.timeZone().getId());
    }

    private static ObjectNode group(ObjectGroup group) {
        ObjectNode node = record("group")
                .put("id", group.id())
                .put("parent", group.parent())
                .put("type", WireName.of(group.type()))
                .put("name", group.name())
                .put("logicalAddress", group.logicalAddress());
        return group.description().isEmpty() ? node : node.put("description", group.description());
    }

    private static ObjectNode schedule(Schedule schedule) {
        ObjectNode node = record("schedule")
                .put("id", schedule.id())
                .put("name", schedule.name())
                .put("start", schedule.start().toString())
                .put("end", schedule.end().toString())
                .put("allDay", schedule.allDay())
                .put("rrule", schedule.rrule())
                .put(
                        "timeZone",
                        schedule.timeZone() == null ? null : schedule.timeZone().getId());
        if (schedule.holidays() != HolidayUse.IGNORED) {
            node.put("holidays", WireName.of(schedule.holidays()));
        }
        return schedule.description().isEmpty() ? node : node.put("description", schedule.description());
    }

    private static ObjectNode calendar(HolidayCalendar calendar) {
        ObjectNode node = record("holiday-calendar").put("id", calendar.id()).put("name", calendar.name());
        ArrayNode holidays = node.putArray("holidays");
        for (Holiday holiday : calendar.holidays()) {
            holidays.addObject()
                    .put("name", holiday.name())
                    .put("first", holiday.first().toString())
                    .put("last", holiday.last().toString())
                    .put("yearly", holiday.yearly());
        }
        return node;
    }

    private static ObjectNode device(Device device) {
        ObjectNode node = record("device")
                .put("id", device.id())
                .put("group", device.group())
                .put("type", WireName.of(device.type()));
        if (device.name() != null) {
            node.put("name", device.name());
        }
        if (!device.model().isEmpty()) {
            node.put("model", device.model());
        }
        node.put("serial", device.serial()).put("locks", device.locks());
        if (!device.tags().isEmpty()) {
            device.tags().forEach(node.putArray("tags")::add);
        }
        Position position = device.position();
        return position == null
                ? node
                : node.put("latitude", position.latitude()).put("longitude", position.longitude());
    }

    private static ObjectNode restriction(AccessRestriction restriction) {
        ObjectNode node = record("restriction")
                .put("id", restriction.id())
                .put("name", restriction.name())
                .put("guestUsable", restriction.guestUsable());
        ArrayNode lines = node.putArray("lines");
        restriction.lines().forEach(line -> lines.addObject()
                .put("device", line.device())
                .put("accessPoint", line.accessPoint())
                .put("lock", WireName.of(line.lock())));
        restriction.schedules().forEach(node.putArray("schedules")::add);
        return node;
    }

    private static ObjectNode user(User user) {
        ObjectNode node = record("user")
                .put("id", user.id())
                .put("name", user.name())
                .put("email", user.email())
                .put("profile", user.profile());
        user.groups().forEach(node.putArray("groups")::add);
        return node.put("suspended", user.suspended());
    }

    private static ObjectNode identifier(Identifier identifier) {
        ObjectNode node = record("identifier")
                .put("id", identifier.id())
                .put("user", identifier.user())
                .put("type", WireName.of(identifier.type()))
                .put("value", identifier.value())
                .put(
                        "validFrom",
                        identifier.validFrom() == null
                                ? null
                                : identifier.validFrom().toString())
                .put(
                        "validUntil",
                        identifier.validUntil() == null
                                ? null
                                : identifier.validUntil().toString())
                .put("maxPasses", identifier.maxPasses())
                .put("passesUsed", identifier.passesUsed())
                .put("revoked", identifier.revoked())
                .put("guest", identifier.guest() == null ? null : WireName.of(identifier.guest()));
        return identifier.suspended() ? node.put("suspended", true) : node;
    }

    private static ObjectNode grant(Grant grant) {
        ObjectNode node = record("grant").put("restriction", grant.restriction());
        node.putObject("to").put(targetKind(grant.to()), grant.to().id());
        return node;
    }

    private static String targetKind(GrantTarget target) {
        return switch (target) {
            case GrantTarget.ToGroup to -> "group";
            case GrantTarget.ToUser to -> "user";
            case GrantTarget.ToIdentifier to -> "identifier";
        };
    }
}
