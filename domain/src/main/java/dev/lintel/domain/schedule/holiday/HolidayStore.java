package dev.lintel.domain.schedule.holiday;

import dev.lintel.domain.schedule.Holiday;
import dev.lintel.domain.schedule.HolidayCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Reads holiday calendars, and keeps where they come from. Their holidays are written as every record of a site is, by
 * {@code domain.site}.
 */
@Repository
public class HolidayStore {
    private final JdbcTemplate jdbc;

    public HolidayStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All calendars of a project, by name. */
    public List<HolidayCalendar> all(long project) {
        return stored(project).stream().map(StoredCalendar::calendar).toList();
    }

    List<StoredCalendar> stored(long project) {
        Map<String, List<Holiday>> holidays = new HashMap<>();
        jdbc.query(
                "select * from holiday where project_id = ? order by calendar_id, position",
                row -> {
                    holidays.computeIfAbsent(row.getString("calendar_id"), unused -> new ArrayList<>())
                            .add(new Holiday(
                                    row.getString("name"),
                                    row.getObject("first_day", LocalDate.class),
                                    row.getObject("last_day", LocalDate.class),
                                    row.getBoolean("yearly")));
                },
                project);
        return jdbc.query(
                """
                select c.*, s.url, s.tried, s.refreshed, s.problem, s.about from holiday_calendar c
                left join holiday_subscription s on s.project_id = c.project_id and s.calendar_id = c.id
                where c.project_id = ? order by c.name collate people, c.id\
                """,
                (row, number) -> {
                    String id = row.getString("id");
                    return new StoredCalendar(
                            project,
                            new HolidayCalendar(id, row.getString("name"), holidays.getOrDefault(id, List.of())),
                            subscription(row),
                            row.getLong("version"));
                },
                project);
    }

    Optional<StoredCalendar> find(long project, String id) {
        return stored(project).stream()
                .filter(calendar -> calendar.id().equals(id))
                .findFirst();
    }

    /** @param url null ends the subscription */
    void subscribe(long project, String id, @Nullable String url) {
        jdbc.update("delete from holiday_subscription where project_id = ? and calendar_id = ?", project, id);
        if (url != null) {
            jdbc.update(
                    "insert into holiday_subscription (project_id, calendar_id, url) values (?, ?, ?)",
                    project,
                    id,
                    url);
        }
        jdbc.update("update holiday_calendar set version = version + 1 where project_id = ? and id = ?", project, id);
    }

    /** A subscription that is to be refreshed, taken so that no other node takes it. */
    record Due(long project, String calendar) {}

    /**
     * Takes the next that was not tried since an instant.
     *
     * @param sinceProblem when the last try failed
     */
    Optional<Due> takeDue(Instant now, Instant since, Instant sinceProblem) {
        return jdbc
                .query(
                        """
                        update holiday_subscription set tried = ? where (project_id, calendar_id) = (
                            select project_id, calendar_id from holiday_subscription
                            where tried is null or tried < case when problem is null then ? else ? end
                            order by tried nulls first limit 1 for update skip locked)
                        returning project_id, calendar_id\
                        """,
                        (row, number) -> new Due(row.getLong("project_id"), row.getString("calendar_id")),
                        utc(now),
                        utc(since),
                        utc(sinceProblem))
                .stream()
                .findFirst();
    }

    /** @param refreshed null when it was not */
    void note(StoredCalendar calendar, Instant tried, @Nullable Instant refreshed, String problem, String about) {
        jdbc.update(
                """
                update holiday_subscription
                set tried = ?, refreshed = coalesce(?, refreshed), problem = nullif(?, ''), about = ?
                where project_id = ? and calendar_id = ?\
                """,
                utc(tried),
                refreshed == null ? null : utc(refreshed),
                problem,
                about,
                calendar.project(),
                calendar.id());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Subscription subscription(ResultSet row) throws SQLException {
        String url = row.getString("url");
        String problem = row.getString("problem");
        return url == null
                ? null
                : new Subscription(
                        url,
                        instant(row, "tried"),
                        instant(row, "refreshed"),
                        problem == null ? null : SubscriptionProblem.valueOf(problem),
                        row.getString("about"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
