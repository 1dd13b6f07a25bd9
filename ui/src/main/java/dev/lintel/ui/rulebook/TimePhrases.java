package dev.lintel.ui.rulebook;

import com.ibm.icu.text.ListFormatter;
import dev.lintel.domain.rulebook.PolicyTimes;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says when a policy holds: "from 22:00 to 08:00 (the next day) on Monday to Friday, except on holidays". */
final class TimePhrases {
    private static final int SHORTEST_RANGE = 3;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Messages messages;
    private final Locale locale;
    private final Moments moments;

    TimePhrases(Messages messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
        this.moments = new Moments(messages, locale, ZoneOffset.UTC);
    }

    /** @param situation says what else must be so; empty when nothing must */
    String of(PolicyTimes times, List<String> situation) {
        List<String> parts = new ArrayList<>();
        parts.add(situation.isEmpty() || times.askTheClock() ? hours(times) : "");
        parts.addAll(situation);
        if (times.holidays() == HolidayUse.EXCLUDED) {
            parts.add(say("notOnHolidays", Map.of()));
        } else if (times.holidays() == HolidayUse.ONLY) {
            parts.add(say("onHolidays", Map.of()));
        }
        parts.add(dates(times.since(), times.until()));
        parts.removeIf(String::isEmpty);
        return String.join(", ", parts);
    }

    /** Hours and days of the week; empty where holidays say it all. */
    private String hours(PolicyTimes times) {
        LocalTime from = times.from();
        LocalTime to = times.to();
        boolean onHolidays = times.holidays() == HolidayUse.ONLY;
        String days = days(times.days());
        if (from == null || to == null) {
            return days.isEmpty() && !onHolidays ? say("always", Map.of()) : days;
        }
        boolean toMidnight = to.equals(LocalTime.MIDNIGHT);
        String hours = say(
                "hours",
                Map.of(
                        "from", TIME.format(from),
                        "to", toMidnight ? "24:00" : TIME.format(to),
                        "next", times.isAcrossMidnight() && !toMidnight ? "yes" : "no"));
        String which = days.isEmpty() && !onHolidays ? say("everyDay", Map.of()) : days;
        return which.isEmpty() ? hours : hours + " " + which;
    }

    private String days(Set<DayOfWeek> days) {
        List<DayOfWeek> sorted = days.stream().sorted().toList();
        if (sorted.isEmpty() || sorted.size() == DayOfWeek.values().length) {
            return "";
        }
        int length = sorted.getLast().getValue() - sorted.getFirst().getValue() + 1;
        if (sorted.size() >= SHORTEST_RANGE && sorted.size() == length) {
            return say(
                    "dayRange",
                    Map.of(
                            "first", sorted.getFirst().name(),
                            "last", sorted.getLast().name()));
        }
        List<String> named = sorted.stream()
                .map(day -> messages.say(locale, "schedule.say.weekday." + day, Map.of()))
                .toList();
        ListFormatter and = ListFormatter.getInstance(Language.nearest(locale).formats());
        return say("days", Map.of("days", and.format(named)));
    }

    private String dates(@Nullable LocalDate since, @Nullable LocalDate until) {
        if (since == null && until == null) {
            return "";
        }
        return say(
                "dates",
                Map.of(
                        "kind", since == null ? "UNTIL" : until == null ? "SINCE" : "BOTH",
                        "since", since == null ? "" : moments.date(since),
                        "until", until == null ? "" : moments.date(until)));
    }

    private String say(String phrase, Map<String, ?> arguments) {
        return messages.say(locale, "rulebook.say." + phrase, arguments);
    }
}
