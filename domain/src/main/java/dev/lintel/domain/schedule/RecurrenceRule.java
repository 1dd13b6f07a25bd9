package dev.lintel.domain.schedule;

import static dev.lintel.domain.schedule.RulePart.BYMONTH;
import static dev.lintel.domain.schedule.RulePart.BYMONTHDAY;
import static dev.lintel.domain.schedule.RulePart.BYYEARDAY;
import static dev.lintel.domain.schedule.RulePart.COUNT;
import static dev.lintel.domain.schedule.RulePart.UNTIL;
import static dev.lintel.domain.schedule.RulePart.WKST;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;

/**
 * When occurrences start, by the clock on the wall: RFC 5545 section 3.3.10, evaluated by ical4j. COUNT and UNTIL are
 * kept here, since ical4j neither counts a start that does not match the rule nor takes a date for a date-time's end.
 */
final class RecurrenceRule {
    /** The calendar repeats itself after so many years; nothing starts later. */
    private static final int YEARS = 400;

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private final LocalDateTime start;
    private final @Nullable Recur<LocalDateTime> recur;
    private final Set<Integer> months;
    private final LocalDateTime last;

    private RecurrenceRule(LocalDateTime start, @Nullable RuleText text) {
        this.start = start;
        this.recur = text == null ? null : new Recur<>(forIcal4j(text));
        this.months = text == null ? Set.of() : filteredMonths(text);
        this.last = text == null ? start : last(text);
    }

    /**
     * @param text without the {@code RRULE:} prefix; null happens once
     * @throws InvalidRecurrenceException if the rule is not understood for certain
     */
    static RecurrenceRule of(LocalDateTime start, @Nullable String text) {
        return new RecurrenceRule(start, text == null ? null : RuleText.parse(text));
    }

    /** Whether occurrences start at other times of the day than the first. */
    boolean choosesTimes() {
        return recur != null
                && !(recur.getHourList().isEmpty()
                        && recur.getMinuteList().isEmpty()
                        && recur.getSecondList().isEmpty());
    }

    LocalDateTime first() {
        return start;
    }

    /** No occurrence starts later. */
    LocalDateTime last() {
        return last;
    }

    /** Whether it goes on for as long as anybody looks. */
    boolean isEndless() {
        return recur != null && last.equals(start.plusYears(YEARS));
    }

    /** The starts within a time, ascending, without doubles. */
    List<LocalDateTime> starts(LocalDateTime from, LocalDateTime until) {
        Stream<LocalDateTime> itself =
                start.isBefore(from) || !start.isBefore(until) ? Stream.empty() : Stream.of(start);
        LocalDateTime begin = from.isBefore(start) ? start : from;
        if (recur == null || begin.isAfter(last) || !begin.isBefore(until)) {
            return itself.toList();
        }
        Stream<LocalDateTime> matching = matching(begin, until).filter(time -> !time.isAfter(last));
        return Stream.concat(itself, matching).distinct().sorted().toList();
    }

    /** What the rule yields, ascending. Synchronized because ical4j prepares a rule anew for each use. */
    private synchronized Stream<LocalDateTime> matching(LocalDateTime from, LocalDateTime until) {
        Recur<LocalDateTime> rule = Objects.requireNonNull(recur);
        return rule.getDates(start, from, until).stream()
                .filter(time -> !time.isBefore(from) && time.isBefore(until))
                .filter(this::isInMonth);
    }

    private boolean isInMonth(LocalDateTime time) {
        return months.isEmpty() || months.contains(time.getMonthValue());
    }

    private LocalDateTime last(RuleText text) {
        LocalDateTime horizon = start.plusYears(YEARS);
        String until = text.get(UNTIL);
        if (until != null) {
            LocalDateTime end = Objects.requireNonNull(RuleText.date(until)).atTime(LAST_SECOND);
            return end.isBefore(start) ? start : end.isAfter(horizon) ? horizon : end;
        }
        String count = text.get(COUNT);
        return count == null ? horizon : ofCount(Integer.parseInt(count), horizon);
    }

    /** The start that is the last of so many. The very first is one of them whether or not it matches the rule. */
    private LocalDateTime ofCount(int count, LocalDateTime horizon) {
        LocalDateTime found = start;
        int left = count - 1;
        LocalDateTime from = start.plusSeconds(1);
        while (left > 0 && from.isBefore(horizon)) {
            LocalDateTime until = from.plusYears(1);
            for (LocalDateTime time : matching(from, until).toList()) {
                found = time;
                if (--left == 0) {
                    break;
                }
            }
            from = until;
        }
        return found;
    }

    /** The rule as ical4j gets it. */
    private static String forIcal4j(RuleText text) {
        Map<RulePart, String> parts = new EnumMap<>(text.parts());
        parts.remove(COUNT);
        parts.remove(UNTIL);
        // ical4j takes the week of the machine's locale, RFC 5545 says Monday
        parts.putIfAbsent(WKST, "MO");
        // ical4j looks only at the month of the start, RFC 5545 expands to the days of every month
        if (text.isFrequency("YEARLY") && text.has(BYMONTHDAY) && !text.has(BYYEARDAY)) {
            parts.putIfAbsent(BYMONTH, "1,2,3,4,5,6,7,8,9,10,11,12");
        }
        // ical4j drops or keeps a week as a whole, by the month of one of its days
        if (text.isFrequency("WEEKLY")) {
            parts.remove(BYMONTH);
        }
        return parts.entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining(";"));
    }

    private static Set<Integer> filteredMonths(RuleText text) {
        String byMonth = text.get(BYMONTH);
        return byMonth == null || !text.isFrequency("WEEKLY")
                ? Set.of()
                : Arrays.stream(byMonth.split(",")).map(Integer::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
