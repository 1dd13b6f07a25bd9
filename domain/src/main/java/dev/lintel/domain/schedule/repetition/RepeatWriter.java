package dev.lintel.domain.schedule.repetition;

import dev.lintel.domain.schedule.repetition.DaysOfMonth.Dates;
import dev.lintel.domain.schedule.repetition.DaysOfMonth.Nth;
import dev.lintel.domain.schedule.repetition.Repetition.Yearly;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes forms as rules of RFC 5545 section 3.3.10. */
final class RepeatWriter {
    private RepeatWriter() {}

    static @Nullable String write(Repeat repeat) {
        String until = until(repeat.until());
        return switch (repeat.form()) {
            case Repetition.Once once -> null;
            case Repetition.Own own -> own.rule();
            case Repetition.Daily daily -> rule("DAILY", daily.every()) + until;
            case Repetition.Weekly weekly ->
                rule("WEEKLY", weekly.every()) + (weekly.every() > 1 ? ";WKST=MO" : "") + ";BYDAY="
                        + list(weekly.days(), RepeatWriter::code) + until;
            case Repetition.Monthly monthly -> rule("MONTHLY", monthly.every()) + days(monthly.days()) + until;
            case Yearly yearly -> yearly(yearly, until);
        };
    }

    private static String yearly(Yearly yearly, String until) {
        String days = days(yearly.days());
        if (!days.contains("BYSETPOS")) {
            return rule("YEARLY", yearly.every()) + months(yearly.months()) + days + until;
        }
        // a position counts within the whole year, so the months stand apart: as months, or each with a rule of its own
        if (yearly.every() == 1) {
            return rule("MONTHLY", 1) + months(yearly.months()) + days + until;
        }
        return yearly.months().stream()
                .map(month -> rule("YEARLY", yearly.every()) + months(List.of(month)) + days + until)
                .collect(Collectors.joining("\n"));
    }

    private static String rule(String frequency, int every) {
        return "FREQ=" + frequency + (every > 1 ? ";INTERVAL=" + every : "");
    }

    private static String months(List<Month> months) {
        return ";BYMONTH=" + list(months, month -> Integer.toString(month.getValue()));
    }

    private static String days(DaysOfMonth days) {
        return switch (days) {
            case Dates dates -> ";BYMONTHDAY=" + list(dates.dates(), Object::toString);
            case Nth nth
            when nth.kind().days().size() == 1 ->
                ";BYDAY=" + nth.position().number() + code(nth.kind().days().getFirst());
            case Nth nth ->
                ";BYDAY=" + list(nth.kind().days(), RepeatWriter::code) + ";BYSETPOS="
                        + nth.position().number();
        };
    }

    static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    private static <T> String list(List<T> items, Function<T, String> text) {
        return items.stream().map(text).collect(Collectors.joining(","));
    }

    private static String until(@Nullable LocalDate until) {
        return until == null ? "" : ";UNTIL=" + until.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
