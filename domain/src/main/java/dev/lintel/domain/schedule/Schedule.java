package dev.lintel.domain.schedule;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When something is open, by the clock on the wall.
 *
 * @param start first moment of the first occurrence; DTSTART of the rule, always itself an occurrence
 * @param end first moment after the first occurrence (exclusive); with {@code allDay} the date of the last day
 * @param allDay only the dates count, from midnight of the first day to the end of the last
 * @param rrule RFC 5545 section 3.3.10 without the {@code RRULE:} prefix, UNTIL as a date, that day included; several
 *     rules, each on a line of its own, hold together; null means that there is one occurrence
 * @param timeZone zone of the clock; null is the project's
 */
public record Schedule(
        String id,
        String name,
        LocalDateTime start,
        LocalDateTime end,
        boolean allDay,
        @Nullable String rrule,
        @Nullable ZoneId timeZone,
        HolidayUse holidays,
        String description) {
    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_DESCRIPTION = 500;
    public static final int LONGEST_RULE = 1_000;

    @SuppressWarnings("NullAway") // changes that an earlier version stored have no holidays and no description
    public Schedule {
        holidays = holidays == null ? HolidayUse.IGNORED : holidays;
        description = description == null ? "" : description;
    }

    /** A schedule for which holidays are days like others. */
    public Schedule(
            String id,
            String name,
            LocalDateTime start,
            LocalDateTime end,
            boolean allDay,
            @Nullable String rrule,
            @Nullable ZoneId timeZone) {
        this(id, name, start, end, allDay, rrule, timeZone, HolidayUse.IGNORED, "");
    }
}
