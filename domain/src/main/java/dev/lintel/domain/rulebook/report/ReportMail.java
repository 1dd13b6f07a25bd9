package dev.lintel.domain.rulebook.report;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A report that goes out by mail again and again.
 *
 * @param next when it goes out next
 */
public record ReportMail(Every every, Instant next) {
    /** By the clock of the project: before people begin their day. */
    private static final LocalTime HOUR = LocalTime.of(6, 0);

    /** How often. */
    public enum Every {
        /** On Mondays. */
        WEEK,
        /** On the first day of the month. */
        MONTH;

        /** The first time after an instant. */
        Instant after(Instant instant, ZoneId zone) {
            ZonedDateTime day = instant.atZone(zone).with(HOUR);
            do {
                day = day.plusDays(1);
            } while (this == WEEK ? day.getDayOfWeek() != DayOfWeek.MONDAY : day.getDayOfMonth() != 1);
            return day.toInstant();
        }

        /** Where the time begins that a report sent at an instant tells of. */
        Instant before(Instant instant, ZoneId zone) {
            ZonedDateTime day = instant.atZone(zone);
            return (this == WEEK ? day.minusWeeks(1) : day.minusMonths(1)).toInstant();
        }
    }
}
