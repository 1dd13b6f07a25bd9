package dev.lintel.domain.schedule.edit;

import dev.lintel.domain.listing.Field;
import dev.lintel.domain.listing.FieldType;
import dev.lintel.domain.listing.Listing;
import dev.lintel.domain.listing.Listing.Sort;
import dev.lintel.domain.listing.Lists;
import dev.lintel.domain.listing.Records;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.schedule.Schedule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Service;

/** The schedules of the projects that somebody sees as a list. */
@Service
public class ScheduleList extends Records<StoredSchedule> {
    private static final String ZONE = "coalesce(s.time_zone, p.time_zone)";

    private static final String USES = """
        (select count(distinct u.restriction_id) from restriction_schedule u
         where u.project_id = s.project_id and u.schedule_id = s.id)\
        """;

    static final String FROM = "schedule s join project p on p.id = s.project_id";
    static final String COLUMNS = "s.*, " + ZONE + " as zone, " + USES + " as uses";
    static final RowMapper<StoredSchedule> ROW = ScheduleList::row;

    private static final Listing<StoredSchedule> LISTING = new Listing<>(
            "schedules",
            COLUMNS,
            FROM,
            ROW,
            List.of(
                    new Field.Order("s.project_id", new FieldType.Number()),
                    new Field.Order("s.id", new FieldType.Text(false))),
            fields(),
            Sort.by("name"));

    ScheduleList(Lists lists) {
        super(lists, LISTING);
    }

    private static List<Field<StoredSchedule>> fields() {
        return List.of(
                Field.text("name", "s.name", StoredSchedule::name),
                Field.text("description", "s.description", schedule -> schedule.schedule()
                        .description()),
                Field.moment("from", "s.starts at time zone " + ZONE, ScheduleList::from),
                Field.<StoredSchedule>moment(
                                "until", "(s.last_day + 1)::timestamp at time zone " + ZONE, ScheduleList::until)
                        .orNone(),
                Field.choice("holidays", "s.holidays", HolidayUse.class, schedule -> schedule.schedule()
                        .holidays()),
                Field.<StoredSchedule>number("uses", USES, schedule -> (long) schedule.uses())
                        .unsorted(),
                Field.reference("id", "s.id", StoredSchedule::id),
                Field.number("project", "s.project_id", StoredSchedule::project).unsorted());
    }

    private static Instant from(StoredSchedule schedule) {
        return schedule.schedule().start().atZone(schedule.zone()).toInstant();
    }

    private static @Nullable Instant until(StoredSchedule schedule) {
        LocalDate last = schedule.lastDay();
        return last == null
                ? null
                : last.plusDays(1).atStartOfDay(schedule.zone()).toInstant();
    }

    /** Schedules belong to the project as a whole, whatever groups somebody has. */
    @Override
    protected SqlCondition visibleTo(Actor actor) {
        actor.requireReach(Permission.SCHEDULE_VIEW);
        return SqlCondition.inProjectsOf(actor, "s.project_id");
    }

    private static StoredSchedule row(ResultSet row, int number) throws SQLException {
        String own = row.getString("time_zone");
        Schedule schedule = new Schedule(
                row.getString("id"),
                row.getString("name"),
                row.getObject("starts", LocalDateTime.class),
                row.getObject("ends", LocalDateTime.class),
                row.getBoolean("all_day"),
                row.getString("rrule"),
                own == null ? null : ZoneId.of(own),
                HolidayUse.valueOf(row.getString("holidays")),
                row.getString("description"));
        return new StoredSchedule(
                row.getLong("project_id"),
                schedule,
                ZoneId.of(row.getString("zone")),
                row.getObject("last_day", LocalDate.class),
                row.getInt("uses"),
                row.getLong("version"));
    }
}
