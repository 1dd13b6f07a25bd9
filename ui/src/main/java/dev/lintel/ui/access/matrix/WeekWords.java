package dev.lintel.ui.access.matrix;

import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.matrix.DoorSpan;
import dev.lintel.domain.access.matrix.DoorWeek;
import dev.lintel.domain.access.matrix.DoorWeek.Day;
import dev.lintel.domain.access.matrix.MatrixWay;
import dev.lintel.domain.access.matrix.Opens;
import dev.lintel.domain.user.TimeFormat;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says the week of a door, by the clock of the project. */
record WeekWords(Messages messages, Locale locale, TimeFormat format, DoorWeek week) {
    private static final double MINUTES_OF_AN_HOUR = 60;

    /** "Mon 30 Nov". */
    String day(LocalDate date) {
        return pattern("EEE d MMM").format(date);
    }

    /** "Monday, 30 November". */
    String wholeDay(LocalDate date) {
        return pattern("EEEE, d MMMM").format(date);
    }

    /** "30 Nov – 6 Dec 2026". */
    String span() {
        return pattern("d MMM").format(week.first()) + " – "
                + pattern("d MMM yyyy").format(week.first().plusDays(6));
    }

    /** "23 h". */
    String length(Day day) {
        Duration length = day.length();
        return text("week.hours", length.toMinutes() / MINUTES_OF_AN_HOUR);
    }

    /** "06" or "6 am". */
    String hour(int hour) {
        if (format == TimeFormat.H24) {
            return "%02d".formatted(hour);
        }
        return pattern("h a").format(LocalTime.of(hour % 24, 0));
    }

    /** "09:00–17:00", "all day". */
    String times(Day day, Instant from, Instant until) {
        return from.equals(day.start()) && until.equals(day.end())
                ? text("week.allDay")
                : time(from) + "–" + (until.equals(day.end()) && format == TimeFormat.H24 ? "24:00" : time(until));
    }

    /** An hour that comes twice is told with its distance from UTC. */
    private String time(Instant instant) {
        ZonedDateTime moment = instant.atZone(week.zone());
        boolean twice =
                week.zone().getRules().getValidOffsets(moment.toLocalDateTime()).size() > 1;
        boolean exact = instant.getEpochSecond() % 60 == 0 && instant.getNano() == 0;
        String pattern = format == TimeFormat.H24 ? exact ? "HH:mm" : "HH:mm:ss" : exact ? "h:mm a" : "h:mm:ss a";
        return pattern(pattern + (twice ? " (xxx)" : "")).format(moment);
    }

    /** "opens, by Staff", "does not open: outside the schedule". */
    String what(DoorSpan span) {
        if (!span.opens()) {
            return text("week.closed", messages.nameOf(locale, span.reason()));
        }
        if (!span.restrictions().isEmpty()) {
            return text(
                    "week.opensBy",
                    week.opening(span).stream().map(MatrixWay.Named::name).collect(Collectors.joining(", ")));
        }
        return span.reason() == ReasonCode.GRANTED
                ? messages.nameOf(locale, Opens.NOW)
                : text("week.opensFor", messages.nameOf(locale, span.reason()));
    }

    /** "Mon 30 Nov, 09:00–17:00: opens, by Staff". */
    String sentence(Day day, Instant from, Instant until, String what) {
        return day(day.date()) + ", " + times(day, from, until) + ": " + what;
    }

    String text(String key, Object... arguments) {
        return messages.getTranslation(key, locale, arguments);
    }

    private DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Language.nearest(locale).formats());
    }
}
