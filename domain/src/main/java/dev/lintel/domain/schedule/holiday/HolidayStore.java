package dev.lintel.domain.schedule.holiday;

import dev.lintel.domain.schedule.Holiday;
import dev.lintel.domain.schedule.HolidayCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads holiday calendars as records. They are written as every record of a site is, by {@code domain.site}. */
@Repository
public class HolidayStore {
    private final JdbcTemplate jdbc;

    public HolidayStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All calendars of a project. */
    public List<HolidayCalendar> all(long project) {
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
                "select id, name from holiday_calendar where project_id = ? order by name collate people, id",
                (row, number) -> new HolidayCalendar(
                        row.getString("id"),
                        row.getString("name"),
                        holidays.getOrDefault(row.getString("id"), List.of())),
                project);
    }
}
