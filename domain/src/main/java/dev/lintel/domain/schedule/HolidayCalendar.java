package dev.lintel.domain.schedule;

import java.util.List;

/** Holidays of a project under one name. All calendars of a project count together. */
public record HolidayCalendar(String id, String name, List<Holiday> holidays) {
    public static final int LONGEST_NAME = 100;
    public static final int MOST_HOLIDAYS = 1_000;

    public HolidayCalendar {
        holidays = List.copyOf(holidays);
    }
}
