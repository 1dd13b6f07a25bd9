package dev.lintel.domain.schedule.repetition;

import dev.lintel.domain.schedule.RulePart;
import dev.lintel.domain.schedule.RuleText;
import dev.lintel.domain.schedule.repetition.DaysOfMonth.Dates;
import dev.lintel.domain.schedule.repetition.DaysOfMonth.Nth;
import dev.lintel.domain.schedule.repetition.Repetition.Daily;
import dev.lintel.domain.schedule.repetition.Repetition.Monthly;
import dev.lintel.domain.schedule.repetition.Repetition.Weekly;
import dev.lintel.domain.schedule.repetition.Repetition.Yearly;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the form that a rule stands for, when it stands for one. */
final class RepeatReader {
    private static final Set<RulePart> OF_FORMS = EnumSet.of(
            RulePart.FREQ,
            RulePart.INTERVAL,
            RulePart.UNTIL,
            RulePart.WKST,
            RulePart.BYMONTH,
            RulePart.BYMONTHDAY,
            RulePart.BYDAY,
            RulePart.BYSETPOS);
    private static final Pattern COUNTED = Pattern.compile("([+-]?\\d+)([A-Z]{2})");
    private static final int LONGEST_MONTH = 31;

    private final RuleText rule;
    private final LocalDate start;

    private RepeatReader(RuleText rule, LocalDate start) {
        this.rule = rule;
        this.start = start;
    }

    static Repeat read(@Nullable String text, LocalDate start) {
        if (text == null) {
            return new Repeat(new Repetition.Once(), null);
        }
        List<RuleText> rules = text.lines().map(RuleText::parse).toList();
        List<Repetition> forms = rules.stream()
                .flatMap(rule -> new RepeatReader(rule, start).form().stream())
                .toList();
        Set<String> ends = Set.copyOf(rules.stream()
                .map(rule -> String.valueOf(rule.get(RulePart.UNTIL)))
                .toList());
        boolean isUnderstood = forms.size() == rules.size() && ends.size() == 1;
        return (isUnderstood ? together(forms) : Optional.<Repetition>empty())
                .map(form -> new Repeat(form, until(rules.getFirst())))
                .orElseGet(() -> new Repeat(new Repetition.Own(text), null));
    }

    private static @Nullable LocalDate until(RuleText rule) {
        String until = rule.get(RulePart.UNTIL);
        return until == null ? null : RuleText.date(until);
    }

    /** Rules that differ by the month only are one form. */
    private static Optional<Repetition> together(List<Repetition> forms) {
        if (forms.size() == 1) {
            return Optional.of(forms.getFirst());
        }
        List<Yearly> yearly = forms.stream()
                .filter(Yearly.class::isInstance)
                .map(Yearly.class::cast)
                .toList();
        if (yearly.size() < forms.size()) {
            return Optional.empty();
        }
        Yearly first = yearly.getFirst();
        boolean isOne = yearly.stream()
                .allMatch(one -> one.every() == first.every() && one.days().equals(first.days()));
        List<Month> months =
                yearly.stream().flatMap(one -> one.months().stream()).toList();
        return isOne ? Optional.of(new Yearly(first.every(), months, first.days())) : Optional.empty();
    }

    private Optional<Repetition> form() {
        if (!OF_FORMS.containsAll(rule.parts().keySet())) {
            return Optional.empty();
        }
        int every = rule.has(RulePart.INTERVAL) ? Integer.parseInt(String.valueOf(rule.get(RulePart.INTERVAL))) : 1;
        return switch (String.valueOf(rule.get(RulePart.FREQ))) {
            case "DAILY" -> daily(every);
            case "WEEKLY" -> weekly(every);
            case "MONTHLY" -> monthly(every);
            default -> yearly(every);
        };
    }

    private boolean hasNone(RulePart... parts) {
        return Arrays.stream(parts).noneMatch(rule::has);
    }

    private Stream<String> list(RulePart part) {
        String text = rule.get(part);
        return text == null ? Stream.of() : Arrays.stream(text.split(","));
    }

    private Optional<Repetition> daily(int every) {
        if (!hasNone(RulePart.BYMONTH, RulePart.BYMONTHDAY, RulePart.BYSETPOS)) {
            return Optional.empty();
        }
        if (!rule.has(RulePart.BYDAY)) {
            return Optional.of(new Daily(every));
        }
        return every == 1 ? Optional.of(new Weekly(1, weekdays())) : Optional.empty();
    }

    private Optional<Repetition> weekly(int every) {
        String week = rule.get(RulePart.WKST);
        boolean ordinaryWeek = every == 1 || week == null || week.equals("MO");
        if (!ordinaryWeek || !hasNone(RulePart.BYMONTH, RulePart.BYSETPOS)) {
            return Optional.empty();
        }
        return Optional.of(new Weekly(every, rule.has(RulePart.BYDAY) ? weekdays() : List.of(start.getDayOfWeek())));
    }

    private Optional<Repetition> monthly(int every) {
        if (!rule.has(RulePart.BYMONTH)) {
            return daysOfMonth().map(days -> new Monthly(every, days));
        }
        return every == 1 ? daysOfMonth().map(days -> new Yearly(1, months(), days)) : Optional.empty();
    }

    private Optional<Repetition> yearly(int every) {
        if (rule.has(RulePart.BYMONTH)) {
            boolean oneSet = rule.has(RulePart.BYSETPOS) && months().size() > 1;
            return oneSet ? Optional.empty() : daysOfMonth().map(days -> new Yearly(every, months(), days));
        }
        if (!hasNone(RulePart.BYDAY, RulePart.BYSETPOS)) {
            return Optional.empty();
        }
        List<Month> months = rule.has(RulePart.BYMONTHDAY) ? List.of(Month.values()) : List.of(start.getMonth());
        return daysOfMonth().map(days -> new Yearly(every, months, days));
    }

    private List<Month> months() {
        return list(RulePart.BYMONTH)
                .map(month -> Month.of(Integer.parseInt(month)))
                .distinct()
                .toList();
    }

    private List<DayOfWeek> weekdays() {
        return list(RulePart.BYDAY).map(RepeatReader::day).distinct().sorted().toList();
    }

    private static DayOfWeek day(String code) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> RepeatWriter.code(day).equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Optional<DaysOfMonth> daysOfMonth() {
        if (!rule.has(RulePart.BYDAY)) {
            return rule.has(RulePart.BYSETPOS) ? Optional.empty() : dates();
        }
        if (rule.has(RulePart.BYMONTHDAY)) {
            return Optional.empty();
        }
        Matcher counted = COUNTED.matcher(String.valueOf(rule.get(RulePart.BYDAY)));
        if (counted.matches()) {
            return rule.has(RulePart.BYSETPOS)
                    ? Optional.empty()
                    : nth(counted.group(1), List.of(day(counted.group(2))));
        }
        boolean isPlain = list(RulePart.BYDAY).allMatch(day -> day.length() == 2);
        String place = rule.get(RulePart.BYSETPOS);
        return isPlain && place != null && !place.contains(",") ? nth(place, weekdays()) : Optional.empty();
    }

    private static Optional<DaysOfMonth> nth(String place, List<DayOfWeek> days) {
        return Position.of(Integer.parseInt(place))
                .flatMap(position -> DayKind.of(days).map(kind -> new Nth(position, kind)));
    }

    private Optional<DaysOfMonth> dates() {
        List<Integer> dates = rule.has(RulePart.BYMONTHDAY)
                ? list(RulePart.BYMONTHDAY).map(Integer::parseInt).toList()
                : List.of(start.getDayOfMonth());
        boolean isForm =
                dates.stream().allMatch(date -> date == DaysOfMonth.LAST_DAY || date >= 1 && date <= LONGEST_MONTH);
        return isForm ? Optional.of(new Dates(dates)) : Optional.empty();
    }
}
