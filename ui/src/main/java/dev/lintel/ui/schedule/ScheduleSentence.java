package dev.lintel.ui.schedule;

import com.ibm.icu.text.ListFormatter;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.schedule.repetition.DaysOfMonth;
import dev.lintel.domain.schedule.repetition.DaysOfMonth.Dates;
import dev.lintel.domain.schedule.repetition.DaysOfMonth.Nth;
import dev.lintel.domain.schedule.repetition.Repeat;
import dev.lintel.domain.schedule.repetition.Repetition;
import dev.lintel.domain.schedule.repetition.Repetition.Weekly;
import dev.lintel.domain.schedule.repetition.Repetition.Yearly;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says a schedule as a person would: "every second Tuesday of January and June, 09:00–19:00, until 1 March 2027". What it says
 * is put together from phrases, since each language orders and bends its own words in them.
 */
final class ScheduleSentence {
    private static final List<DayOfWeek> WORKING_DAYS =
            List.of(DayOfWeek.values()).subList(0, 5);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME_TO_THE_SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Messages messages;
    private final Locale locale;
    private final Moments moments;

    ScheduleSentence(Messages messages, Locale locale) {
        this.messages = messages;
        this.locale = Language.nearest(locale).locale();
        this.moments = new Moments(messages, locale, ZoneOffset.UTC);
    }

    String of(Schedule schedule) {
        Repeat repeat = Repeat.of(schedule);
        List<String> phrases = new ArrayList<>();
        phrases.add(days(repeat.form(), schedule));
        interval(repeat.form()).ifPresent(phrases::add);
        if (!(repeat.form() instanceof Repetition.Once) || !schedule.allDay()) {
            phrases.add(times(schedule));
        }
        LocalDate until = repeat.until();
        if (until != null) {
            phrases.add(say("until", Map.of("date", moments.date(until))));
        }
        LocalDate first = schedule.start().toLocalDate();
        if (!repeat.form().fits(first)) {
            phrases.add(say("and", Map.of("date", moments.date(first))));
        }
        if (schedule.holidays() != HolidayUse.IGNORED) {
            phrases.add(say("holidays", Map.of("use", schedule.holidays().name())));
        }
        return String.join(", ", phrases);
    }

    private String days(Repetition form, Schedule schedule) {
        return switch (form) {
            case Repetition.Once once -> once(schedule);
            case Repetition.Own own -> say("own", Map.of("rule", own.rule().replace('\n', ' ')));
            case Repetition.Daily daily -> say("daily", Map.of());
            case Weekly weekly -> weekly(weekly.days());
            case Repetition.Monthly monthly -> ofMonth(monthly.days(), monthly.every());
            case Yearly yearly -> ofMonths(yearly);
        };
    }

    private String once(Schedule schedule) {
        LocalDate first = schedule.start().toLocalDate();
        LocalDate last = schedule.end().toLocalDate();
        boolean isOneDay = !schedule.allDay() || first.equals(last);
        return say(
                isOneDay ? "once" : "onceDays",
                Map.of("date", moments.date(first), "last", moments.date(last), "allDay", schedule.allDay()));
    }

    private String weekly(List<DayOfWeek> days) {
        if (days.size() == DayOfWeek.values().length) {
            return say("daily", Map.of());
        }
        if (days.equals(WORKING_DAYS)) {
            return say("workingDays", Map.of());
        }
        return say("weekly", Map.of("days", list(days.stream().map(day -> say("weekday." + day, Map.of())))));
    }

    private String ofMonth(DaysOfMonth days, int every) {
        return switch (days) {
            case Dates dates -> say("monthDates", Map.of("dates", dates(dates), "each", every == 1));
            case Nth nth -> say("monthNth", Map.of("nth", nth(nth)));
        };
    }

    private String ofMonths(Yearly yearly) {
        String months = list(yearly.months().stream().map(month -> month.getDisplayName(TextStyle.FULL, locale)));
        return switch (yearly.days()) {
            case Dates dates -> say("yearDates", Map.of("dates", dates(dates), "months", months));
            case Nth nth -> say("yearNth", Map.of("nth", nth(nth), "months", months));
        };
    }

    private String dates(Dates dates) {
        return list(dates.dates().stream()
                .map(date -> date == DaysOfMonth.LAST_DAY ? say("lastDay", Map.of()) : say("date", Map.of("n", date))));
    }

    private String nth(Nth nth) {
        return say(
                "nth",
                Map.of("kind", nth.kind().name(), "position", nth.position().name()));
    }

    /** "in every 2nd week", when some are left out. */
    private Optional<String> interval(Repetition form) {
        return switch (form) {
            case Repetition.Daily daily -> interval("DAYS", daily.every());
            case Weekly weekly -> interval("WEEKS", weekly.every());
            case Repetition.Monthly monthly -> interval("MONTHS", monthly.every());
            case Yearly yearly -> interval("YEARS", yearly.every());
            default -> Optional.empty();
        };
    }

    private Optional<String> interval(String unit, int every) {
        return every == 1 ? Optional.empty() : Optional.of(say("interval", Map.of("unit", unit, "n", every)));
    }

    private String times(Schedule schedule) {
        long days = ChronoUnit.DAYS.between(
                schedule.start().toLocalDate(), schedule.end().toLocalDate());
        if (schedule.allDay()) {
            return say("allDay", Map.of("days", days + 1));
        }
        Duration length = Duration.between(schedule.start(), schedule.end());
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("from", time(schedule.start().toLocalTime()));
        arguments.put("until", time(schedule.end().toLocalTime()));
        arguments.put("hours", length.toHours());
        arguments.put("minutes", length.toMinutesPart());
        if (schedule.end().toLocalTime().equals(LocalTime.MIDNIGHT) && days == 1) {
            arguments.put("until", "24:00");
            return say("times", arguments);
        }
        boolean isLong = length.compareTo(Duration.ofDays(1)) >= 0;
        return say(isLong ? "timesLong" : days == 0 ? "times" : "timesOverMidnight", arguments);
    }

    private static String time(LocalTime time) {
        return (time.getSecond() == 0 ? TIME : TIME_TO_THE_SECOND).format(time);
    }

    private String list(Stream<String> items) {
        return ListFormatter.getInstance(Language.nearest(locale).formats()).format(items.toList());
    }

    private String say(String phrase, Map<String, ?> arguments) {
        return messages.say(locale, "schedule.say." + phrase, arguments);
    }
}
