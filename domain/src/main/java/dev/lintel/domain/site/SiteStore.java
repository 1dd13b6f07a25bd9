package dev.lintel.domain.site;

import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.Ancestry;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.identifier.IdentifierValue;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.restriction.Grant;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.schedule.Holiday;
import dev.lintel.domain.schedule.HolidayCalendar;
import dev.lintel.domain.schedule.Occurrences;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.site.SiteChange.Puts;
import dev.lintel.domain.user.User;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stores one change of one project, in an order that the foreign keys allow: what is new or changed from the groups down
 * to the grants, then what is gone from the grants up. Counts of passes go on while it works, so a count is stored as the
 * step from the old to the new.
 */
final class SiteStore {
    private final Batches batches;
    private final Ancestry ancestry;
    private final long project;
    private final ToIntFunction<String> passesBefore;

    /** @param passesBefore the count of the identifier with this id when the change was worked out */
    SiteStore(Batches batches, Ancestry ancestry, long project, ToIntFunction<String> passesBefore) {
        this.batches = batches;
        this.ancestry = ancestry;
        this.project = project;
        this.passesBefore = passesBefore;
    }

    void store(SiteChange change) {
        groups(change.groups());
        schedules(change.schedules());
        calendars(change.calendars());
        devices(change.devices());
        restrictions(change.restrictions());
        users(change.users());
        identifiers(change.identifiers());
        grants(change);
        remove("identifier", change.identifiers().removed());
        remove("person", change.users().removed());
        remove("restriction", change.restrictions().removed());
        remove("device", change.devices().removed());
        remove("schedule", change.schedules().removed());
        remove("holiday_calendar", change.calendars().removed());
        remove("object_group", change.groups().removed());
    }

    /** How many rows that are, by and large: parts of records are rows, too. */
    static int rows(SiteChange change) {
        int parts = Stream.of(
                        change.restrictions().added(), change.restrictions().changed())
                .flatMap(List::stream)
                .mapToInt(restriction ->
                        restriction.lines().size() + restriction.schedules().size())
                .sum();
        int memberships = Stream.of(change.users().added(), change.users().changed())
                .flatMap(List::stream)
                .mapToInt(user -> user.groups().size())
                .sum();
        int holidays = Stream.of(change.calendars().added(), change.calendars().changed())
                .flatMap(List::stream)
                .mapToInt(calendar -> calendar.holidays().size())
                .sum();
        return change.size() + parts + memberships + holidays;
    }

    private void groups(Puts<ObjectGroup> groups) {
        Function<ObjectGroup, Object[]> row = group -> row(
                group.parent(),
                group.type().name(),
                group.name(),
                group.logicalAddress(),
                group.description(),
                project,
                group.id());
        batches.run("""
                insert into object_group (parent, type, name, logical_address, description, project_id, id)
                values (?, ?, ?, ?, ?, ?, ?)""", groups.added(), row);
        batches.run("""
                update object_group
                set parent = ?, type = ?, name = ?, logical_address = ?, description = ?, version = version + 1
                where project_id = ? and id = ?""", groups.changed(), row);
        ancestry.refresh(
                project,
                Stream.of(groups.added(), groups.changed())
                        .flatMap(List::stream)
                        .map(ObjectGroup::id)
                        .toList());
    }

    private void schedules(Puts<Schedule> schedules) {
        Function<Schedule, Object[]> row = schedule -> row(
                schedule.name(),
                schedule.start(),
                schedule.end(),
                schedule.allDay(),
                schedule.rrule(),
                schedule.timeZone() == null ? null : schedule.timeZone().getId(),
                schedule.holidays().name(),
                schedule.description(),
                Occurrences.of(schedule, ZoneOffset.UTC).lastDay(),
                project,
                schedule.id());
        batches.run("""
                insert into schedule (name, starts, ends, all_day, rrule, time_zone, holidays, description, last_day,
                                      project_id, id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", schedules.added(), row);
        batches.run("""
                update schedule set name = ?, starts = ?, ends = ?, all_day = ?, rrule = ?, time_zone = ?,
                       holidays = ?, description = ?, last_day = ?, version = version + 1
                where project_id = ? and id = ?""", schedules.changed(), row);
    }

    private void calendars(Puts<HolidayCalendar> calendars) {
        batches.run(
                "insert into holiday_calendar (name, project_id, id) values (?, ?, ?)",
                calendars.added(),
                calendar -> row(calendar.name(), project, calendar.id()));
        batches.run(
                "update holiday_calendar set name = ?, version = version + 1 where project_id = ? and id = ?",
                calendars.changed(),
                calendar -> row(calendar.name(), project, calendar.id()));
        batches.run(
                "delete from holiday where project_id = ? and calendar_id = ?",
                calendars.changed(),
                calendar -> row(project, calendar.id()));
        holidays(calendars.added());
        holidays(calendars.changed());
    }

    private void holidays(List<HolidayCalendar> calendars) {
        List<Object[]> rows = new ArrayList<>();
        for (HolidayCalendar calendar : calendars) {
            for (Holiday day : calendar.holidays()) {
                rows.add(row(project, calendar.id(), rows.size(), day.name(), day.first(), day.last(), day.yearly()));
            }
        }
        batches.run("""
                insert into holiday (project_id, calendar_id, position, name, first_day, last_day, yearly)
                values (?, ?, ?, ?, ?, ?, ?)""", rows, Function.identity());
    }

    private void devices(Puts<Device> devices) {
        Function<Device, Object[]> row = device -> row(
                device.group(),
                device.type().name(),
                device.name(),
                device.model(),
                device.serial(),
                device.locks(),
                device.position() == null ? null : device.position().latitude(),
                device.position() == null ? null : device.position().longitude(),
                device.tags().toArray(String[]::new),
                project,
                device.id());
        batches.run("""
                insert into device (group_id, type, name, model, serial, locks, latitude, longitude, tags, project_id, id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", devices.added(), row);
        batches.run("""
                update device set group_id = ?, type = ?, name = ?, model = ?, serial = ?, locks = ?,
                    latitude = ?, longitude = ?, tags = ?
                where project_id = ? and id = ?""", devices.changed(), row);
    }

    private void restrictions(Puts<AccessRestriction> restrictions) {
        Function<AccessRestriction, Object[]> row =
                restriction -> row(restriction.name(), restriction.guestUsable(), project, restriction.id());
        batches.run(
                "insert into restriction (name, guest_usable, project_id, id) values (?, ?, ?, ?)",
                restrictions.added(),
                row);
        batches.run(
                "update restriction set name = ?, guest_usable = ? where project_id = ? and id = ?",
                restrictions.changed(),
                row);
        Function<AccessRestriction, Object[]> key = restriction -> row(project, restriction.id());
        batches.run(
                "delete from restriction_line where project_id = ? and restriction_id = ?",
                restrictions.changed(),
                key);
        batches.run(
                "delete from restriction_schedule where project_id = ? and restriction_id = ?",
                restrictions.changed(),
                key);
        parts(restrictions.added());
        parts(restrictions.changed());
    }

    private void parts(List<AccessRestriction> restrictions) {
        List<Object[]> lines = new ArrayList<>();
        List<Object[]> schedules = new ArrayList<>();
        for (AccessRestriction restriction : restrictions) {
            for (var line : restriction.lines()) {
                lines.add(row(
                        project,
                        restriction.id(),
                        lines.size(),
                        line.device(),
                        line.accessPoint(),
                        line.lock().name()));
            }
            for (String schedule : restriction.schedules()) {
                schedules.add(row(project, restriction.id(), schedules.size(), schedule));
            }
        }
        batches.run("""
                insert into restriction_line (project_id, restriction_id, position, device_id, access_point, lock)
                values (?, ?, ?, ?, ?, ?)""", lines, Function.identity());
        batches.run("""
                insert into restriction_schedule (project_id, restriction_id, position, schedule_id)
                values (?, ?, ?, ?)""", schedules, Function.identity());
    }

    private void users(Puts<User> users) {
        Function<User, Object[]> row =
                user -> row(user.name(), user.email(), user.profile(), user.suspended(), project, user.id());
        batches.run(
                "insert into person (name, email, profile, suspended, project_id, id) values (?, ?, ?, ?, ?, ?)",
                users.added(),
                row);
        batches.grown("person", users.added().size());
        batches.run("""
                update person set name = ?, email = ?, profile = ?, suspended = ?, version = version + 1
                where project_id = ? and id = ?""", users.changed(), row);
        batches.run(
                "delete from person_group where project_id = ? and person_id = ?",
                users.changed(),
                user -> row(project, user.id()));
        memberships(users.added());
        memberships(users.changed());
    }

    private void memberships(List<User> users) {
        List<Object[]> rows = new ArrayList<>();
        for (User user : users) {
            for (String group : user.groups()) {
                rows.add(row(project, user.id(), rows.size(), group));
            }
        }
        batches.run(
                "insert into person_group (project_id, person_id, position, group_id) values (?, ?, ?, ?)",
                rows,
                Function.identity());
    }

    private void identifiers(Puts<Identifier> identifiers) {
        batches.run("""
                insert into identifier (person_id, type, value, identity, words, valid_from, valid_until, max_passes, revoked,
                                        suspended, guest, passes_used, project_id, id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", identifiers.added(), identifier -> identifier(identifier, identifier.passesUsed()));
        batches.run(
                """
                update identifier set person_id = ?, type = ?, value = ?, identity = ?, words = ?, valid_from = ?,
                       valid_until = ?, max_passes = ?, revoked = ?, suspended = ?, guest = ?,
                       passes_used = passes_used + ?, version = version + 1
                where project_id = ? and id = ?""",
                identifiers.changed(),
                identifier ->
                        identifier(identifier, identifier.passesUsed() - passesBefore.applyAsInt(identifier.id())));
    }

    private Object[] identifier(Identifier identifier, int passes) {
        return row(
                identifier.user(),
                identifier.type().name(),
                identifier.value(),
                IdentifierValue.known(identifier.type(), identifier.value()),
                IdentifierValue.words(identifier.type(), identifier.value()),
                identifier.validFrom(),
                identifier.validUntil(),
                identifier.maxPasses(),
                identifier.revoked(),
                identifier.suspended(),
                identifier.guest() == null ? null : identifier.guest().name(),
                passes,
                project,
                identifier.id());
    }

    private void grants(SiteChange change) {
        batches.run("""
                delete from restriction_grant where project_id = ? and restriction_id = ?
                and group_id is not distinct from ? and person_id is not distinct from ?
                and identifier_id is not distinct from ?""", change.withdrawn(), this::grant);
        batches.run("""
                insert into restriction_grant (project_id, restriction_id, group_id, person_id, identifier_id)
                values (?, ?, ?, ?, ?)""", change.granted(), this::grant);
    }

    private Object[] grant(Grant grant) {
        String to = grant.to().id();
        return switch (grant.to()) {
            case GrantTarget.ToGroup group -> row(project, grant.restriction(), to, null, null);
            case GrantTarget.ToUser user -> row(project, grant.restriction(), null, to, null);
            case GrantTarget.ToIdentifier identifier -> row(project, grant.restriction(), null, null, to);
        };
    }

    private void remove(String table, List<String> ids) {
        batches.run("delete from " + table + " where project_id = ? and id = ?", ids, id -> row(project, id));
    }

    @SuppressWarnings("NullAway") // an array of nullable elements cannot be said outside JSpecify mode
    private static Object[] row(@Nullable Object... values) {
        return values;
    }
}
