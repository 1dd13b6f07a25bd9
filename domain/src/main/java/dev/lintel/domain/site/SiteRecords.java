package dev.lintel.domain.site;

import dev.lintel.domain.device.Device;
import dev.lintel.domain.device.DeviceTag;
import dev.lintel.domain.device.DeviceType;
import dev.lintel.domain.device.Position;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.restriction.Grant;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.restriction.LockChoice;
import dev.lintel.domain.restriction.RestrictionLine;
import dev.lintel.domain.schedule.Holiday;
import dev.lintel.domain.schedule.HolidayCalendar;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.user.User;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the lines of a site file say, each record with its line, before they are checked against each other. */
final class SiteRecords {
    /** A record and the number of its line. */
    record At<T>(int line, T record) {}

    /** The line that names the site. */
    record Header(String name, ZoneId timeZone) {}

    private static final LocalDateTime STAND_IN = LocalDateTime.of(2000, 1, 1, 0, 0);

    final List<SiteProblem> problems = new ArrayList<>();
    final List<At<Header>> headers = new ArrayList<>();
    final List<At<ObjectGroup>> groups = new ArrayList<>();
    final List<At<Schedule>> schedules = new ArrayList<>();
    final List<At<HolidayCalendar>> calendars = new ArrayList<>();
    final List<At<Device>> devices = new ArrayList<>();
    final List<At<AccessRestriction>> restrictions = new ArrayList<>();
    final List<At<Grant>> grants = new ArrayList<>();
    final List<At<User>> users = new ArrayList<>();
    final List<At<Identifier>> identifiers = new ArrayList<>();

    void add(SiteLine line) {
        String kind = line.text("kind");
        int number = line.number();
        switch (kind) {
            case "site" -> headers.add(new At<>(number, header(line)));
            case "group" -> groups.add(new At<>(number, group(line)));
            case "schedule" -> schedules.add(new At<>(number, schedule(line)));
            case "holiday-calendar" -> calendars.add(new At<>(number, calendar(line)));
            case "device" -> devices.add(new At<>(number, device(line)));
            case "restriction" -> restrictions.add(new At<>(number, restriction(line)));
            case "grant" -> {
                Grant grant = grant(line);
                if (grant != null) {
                    grants.add(new At<>(number, grant));
                }
            }
            case "user" -> users.add(new At<>(number, user(line)));
            case "identifier" -> identifiers.add(new At<>(number, identifier(line)));
            default -> {
                if (line.has("kind")) {
                    line.problem("kind", "is unknown: " + SiteLine.quote(kind));
                }
                return;
            }
        }
        line.reportUnknownFields();
    }

    private static Header header(SiteLine line) {
        line.integer("version", 1, 1, 1);
        ZoneId zone = line.zone("timeZone");
        return new Header(line.text("name"), zone == null ? ZoneOffset.UTC : zone);
    }

    private static ObjectGroup group(SiteLine line) {
        String id = line.id("id");
        return new ObjectGroup(
                id,
                line.optionalText("parent"),
                line.choice("type", GroupType.class, GroupType.CUSTOM),
                line.text("name", id),
                line.optionalInteger("logicalAddress", 0, ObjectGroup.HIGHEST_ADDRESS),
                line.text("description", ""));
    }

    private static Schedule schedule(SiteLine line) {
        String id = line.id("id");
        boolean allDay = line.bool("allDay");
        LocalDateTime start = line.localDateTime("start");
        LocalDateTime end = line.localDateTime("end");
        if (start == null && !line.has("start")) {
            line.problem("start", "is missing");
        }
        if (end == null && !line.has("end") && !allDay) {
            line.problem("end", "is missing");
        }
        LocalDateTime from = start == null ? STAND_IN : start;
        LocalDateTime to = allDay ? from : from.plusHours(1);
        if (end != null
                && start != null
                && (allDay ? end.toLocalDate().isBefore(from.toLocalDate()) : !end.isAfter(from))) {
            line.problem("end", "must be after the start " + from + ", not " + end);
        } else if (end != null && start != null) {
            to = end;
        }
        return new Schedule(
                id,
                line.text("name", id),
                from,
                to,
                allDay,
                line.optionalLines("rrule", Schedule.LONGEST_RULE),
                line.zone("timeZone"),
                line.choice("holidays", HolidayUse.class, HolidayUse.IGNORED),
                line.text("description", ""));
    }

    private static HolidayCalendar calendar(SiteLine line) {
        String id = line.id("id");
        List<Holiday> holidays = new ArrayList<>();
        List<SiteLine> days = line.records("holidays");
        for (SiteLine day : days) {
            Holiday holiday = holiday(day);
            day.reportUnknownFields();
            if (holiday != null) {
                holidays.add(holiday);
            }
        }
        if (days.size() > HolidayCalendar.MOST_HOLIDAYS) {
            line.problem("holidays", "are " + days.size() + ", more than " + HolidayCalendar.MOST_HOLIDAYS);
        }
        return new HolidayCalendar(id, line.text("name", id), holidays);
    }

    private static @Nullable Holiday holiday(SiteLine line) {
        String name = line.text("name");
        LocalDateTime first = line.localDateTime("first");
        LocalDateTime last = line.has("last") ? line.localDateTime("last") : first;
        boolean yearly = line.bool("yearly");
        if (first == null || last == null) {
            if (!line.has("first")) {
                line.problem("first", "is missing");
            }
            return null;
        }
        LocalDate from = first.toLocalDate();
        LocalDate to = last.toLocalDate();
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= Holiday.MOST_DAYS) {
            line.problem("last", "must be at most " + (Holiday.MOST_DAYS - 1) + " days after " + from + ", not " + to);
            return null;
        }
        return new Holiday(name, from, to, yearly);
    }

    private static Device device(SiteLine line) {
        DeviceType type = line.choice("type", DeviceType.class, DeviceType.PANEL);
        return new Device(
                line.id("id"),
                line.text("group"),
                type,
                line.optionalText("name"),
                line.text("model", ""),
                line.id("serial"),
                line.integer("locks", 0, Device.MOST_LOCKS, type == DeviceType.MONITOR ? 0 : 1),
                position(line),
                tags(line));
    }

    private static List<String> tags(SiteLine line) {
        List<String> written = line.texts("tags");
        List<String> tags = DeviceTag.cleaned(written);
        DeviceTag.problem(tags).ifPresent(problem -> line.problem("tags", problem));
        return tags;
    }

    private static @Nullable Position position(SiteLine line) {
        Double latitude = line.optionalDegrees("latitude", Position.MOST_LATITUDE);
        Double longitude = line.optionalDegrees("longitude", Position.MOST_LONGITUDE);
        if (latitude == null && line.has("longitude") && !line.has("latitude")) {
            line.problem("latitude", "is missing beside the longitude");
        }
        if (longitude == null && line.has("latitude") && !line.has("longitude")) {
            line.problem("longitude", "is missing beside the latitude");
        }
        return latitude == null || longitude == null ? null : new Position(latitude, longitude);
    }

    private static AccessRestriction restriction(SiteLine line) {
        String id = line.id("id");
        List<RestrictionLine> lines = new ArrayList<>();
        for (SiteLine door : line.records("lines")) {
            lines.add(new RestrictionLine(
                    door.text("device"),
                    door.optionalText("accessPoint"),
                    door.choice("lock", LockChoice.class, LockChoice.ALL)));
            door.reportUnknownFields();
        }
        return new AccessRestriction(
                id, line.text("name", id), line.bool("guestUsable"), lines, line.texts("schedules"));
    }

    private static @Nullable Grant grant(SiteLine line) {
        String restriction = line.text("restriction");
        SiteLine to = line.record("to");
        if (to == null) {
            return null;
        }
        List<GrantTarget> targets = new ArrayList<>();
        for (String kind : List.of("group", "user", "identifier")) {
            String id = to.optionalText(kind);
            if (id != null) {
                targets.add(target(kind, id));
            }
        }
        to.reportUnknownFields();
        if (targets.size() != 1) {
            line.problem("to", "must name one group, one user or one identifier");
            return null;
        }
        return new Grant(restriction, targets.getFirst());
    }

    private static GrantTarget target(String kind, String id) {
        return switch (kind) {
            case "group" -> new GrantTarget.ToGroup(id);
            case "user" -> new GrantTarget.ToUser(id);
            default -> new GrantTarget.ToIdentifier(id);
        };
    }

    private static User user(SiteLine line) {
        String id = line.id("id");
        return new User(
                id,
                line.text("name", id),
                line.optionalText("email"),
                line.text("profile", "user"),
                line.texts("groups"),
                line.bool("suspended"));
    }

    private static Identifier identifier(SiteLine line) {
        IdentifierType type = line.optionalChoice("type", IdentifierType.class);
        if (type == null && !line.has("type")) {
            line.problem("type", "is missing");
        }
        return new Identifier(
                line.id("id"),
                line.text("user"),
                type == null ? IdentifierType.FACE : type,
                line.text("value"),
                line.instant("validFrom"),
                line.instant("validUntil"),
                line.optionalInteger("maxPasses", 0, Integer.MAX_VALUE),
                line.integer("passesUsed", 0, Integer.MAX_VALUE, 0),
                line.bool("revoked"),
                line.bool("suspended"),
                line.optionalChoice("guest", GuestKind.class));
    }
}
