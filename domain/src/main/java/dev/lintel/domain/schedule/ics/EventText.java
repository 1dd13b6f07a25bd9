package dev.lintel.domain.schedule.ics;

import dev.lintel.domain.schedule.Holiday;
import dev.lintel.domain.schedule.InvalidRecurrenceException;
import dev.lintel.domain.schedule.Occurrences;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.schedule.ics.HolidayFile.Why;
import dev.lintel.domain.schedule.repetition.PastedRule;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One event of a calendar file.
 *
 * @param properties by their names in upper case; of several of a name the values follow each other with commas
 */
record EventText(Map<String, String> properties) {
    private static final int YEARS_BACK = 1;
    private static final int YEARS_AHEAD = 10;
    private static final int DATE_LENGTH = 8;
    private static final Pattern MIDNIGHT = Pattern.compile("\\d{8}T000000");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\;,nN])");

    /** The event is no holiday. */
    static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Why why;

        RefusedException(Why why) {
            super(why.name(), null, false, false);
            this.why = why;
        }

        Why why() {
            return why;
        }
    }

    String name() {
        String text = ESCAPED.matcher(properties.getOrDefault("SUMMARY", ""))
                .replaceAll(found -> found.group(1).equalsIgnoreCase("n") ? " " : "\\" + found.group(1))
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        return text.length() > Holiday.LONGEST_NAME ? text.substring(0, Holiday.LONGEST_NAME - 1) + "…" : text;
    }

    /** @throws RefusedException when it is none */
    List<Holiday> holidays(int year) {
        if ("CANCELLED".equalsIgnoreCase(properties.get("STATUS"))) {
            return List.of();
        }
        LocalDate first = date(properties.get("DTSTART"));
        LocalDate last = last(first);
        if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= Holiday.MOST_DAYS) {
            throw new RefusedException(Why.WRONG_LENGTH);
        }
        if (properties.containsKey("RDATE")) {
            throw new RefusedException(Why.MORE_DATES);
        }
        String called = name().isEmpty() ? first.toString() : name();
        String rule = properties.get("RRULE");
        if (rule == null) {
            boolean isOver = last.getYear() < year - YEARS_BACK;
            return isOver ? List.of() : List.of(new Holiday(called, first, last, false));
        }
        boolean isYearly = !properties.containsKey("EXDATE") && everyYear(first).contains(sorted(rule));
        return isYearly ? List.of(new Holiday(called, first, last, true)) : repeated(called, first, last, rule, year);
    }

    private LocalDate last(LocalDate first) {
        String end = properties.get("DTEND");
        String duration = properties.get("DURATION");
        try {
            if (end != null) {
                LocalDate after = date(end);
                // an end that is no later than the start is how some say one day
                return after.equals(first) ? first : after.minusDays(1);
            }
            return duration == null ? first : first.plus(Period.parse(duration)).minusDays(1);
        } catch (DateTimeException times) {
            throw new RefusedException(Why.HAS_TIMES);
        }
    }

    private static LocalDate date(@Nullable String text) {
        if (text == null) {
            throw new RefusedException(Why.NO_START);
        }
        boolean isDate = text.length() == DATE_LENGTH || MIDNIGHT.matcher(text).matches();
        if (!isDate) {
            throw new RefusedException(text.contains("T") ? Why.HAS_TIMES : Why.NO_START);
        }
        try {
            return LocalDate.parse(text.substring(0, DATE_LENGTH), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException none) {
            throw new RefusedException(Why.NO_START);
        }
    }

    /** The ways to say that it comes again on the same date of each year. */
    private static Set<String> everyYear(LocalDate first) {
        String month = "BYMONTH=" + first.getMonthValue();
        String day = "BYMONTHDAY=" + first.getDayOfMonth();
        return Stream.of("FREQ=YEARLY", "FREQ=YEARLY;" + month, "FREQ=YEARLY;" + month + ";" + day)
                .map(EventText::sorted)
                .collect(Collectors.toSet());
    }

    private static String sorted(String rule) {
        return Arrays.stream(rule.toUpperCase(Locale.ROOT).split(";"))
                .filter(part -> !part.equals("INTERVAL=1") && !part.startsWith("WKST="))
                .sorted()
                .collect(Collectors.joining(";"));
    }

    private List<Holiday> repeated(String called, LocalDate first, LocalDate last, String rule, int year) {
        LocalDateTime start = first.atStartOfDay();
        Set<LocalDate> except = exceptions();
        long days = ChronoUnit.DAYS.between(first, last);
        try {
            String clean = PastedRule.clean(rule, start, ZoneOffset.UTC);
            Schedule all = new Schedule("", called, start, last.atStartOfDay(), true, clean, null);
            LocalDateTime from = LocalDate.ofYearDay(year - YEARS_BACK, 1).atStartOfDay();
            return Occurrences.of(all, ZoneOffset.UTC)
                    .starts(from, from.plusYears(YEARS_BACK + YEARS_AHEAD + 1L))
                    .stream()
                    .map(LocalDateTime::toLocalDate)
                    .filter(day -> !except.contains(day))
                    .map(day -> new Holiday(called, day, day.plusDays(days), false))
                    .toList();
        } catch (InvalidRecurrenceException wrong) {
            throw new RefusedException(Why.WRONG_RULE);
        }
    }

    private Set<LocalDate> exceptions() {
        String text = properties.get("EXDATE");
        return text == null
                ? Set.of()
                : Arrays.stream(text.split(",")).map(EventText::date).collect(Collectors.toSet());
    }
}
