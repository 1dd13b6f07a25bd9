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
 * @param rrule RFC 5545 section 3.3.10 without the {@code RRULE:} prefix, UNTIL as a date, that day included;
 *     null means that there is one occurrence
 * @param timeZone zone of the clock; null is the project's
 */
public record Schedule(
        String id,
        String name,
        LocalDateTime start,
        LocalDateTime end,
        boolean allDay,
        @Nullable String rrule,
        @Nullable ZoneId timeZone) {}
