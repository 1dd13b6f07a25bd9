package dev.lintel.domain.schedule;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When occurrences start, by any of several rules that hold together. */
final class Recurrence {
    /** One for each month is as many as any form needs. */
    private static final int MOST_RULES = 12;

    private final List<RecurrenceRule> rules;

    private Recurrence(List<RecurrenceRule> rules) {
        this.rules = rules;
    }

    /**
     * @param text the rules without the {@code RRULE:} prefix, each on a line of its own; null happens once
     * @throws InvalidRecurrenceException if a rule is not understood for certain
     */
    static Recurrence of(LocalDateTime start, @Nullable String text) {
        if (text == null) {
            return new Recurrence(List.of(RecurrenceRule.of(start, null)));
        }
        List<String> lines = text.lines().toList();
        if (lines.size() > MOST_RULES) {
            throw new InvalidRecurrenceException(RuleFault.Kind.TOO_MANY_RULES, lines.size(), MOST_RULES);
        }
        return new Recurrence(
                lines.stream().map(line -> RecurrenceRule.of(start, line)).toList());
    }

    /** Whether occurrences start at other times of the day than the first. */
    boolean choosesTimes() {
        return rules.stream().anyMatch(RecurrenceRule::choosesTimes);
    }

    LocalDateTime first() {
        return rules.getFirst().first();
    }

    /** No occurrence starts later. */
    LocalDateTime last() {
        return rules.stream()
                .map(RecurrenceRule::last)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The last start, when it is not endless. */
    LocalDateTime lastStart() {
        LocalDateTime until = last().plusSeconds(1);
        while (until.isAfter(first())) {
            LocalDateTime from = until.minusYears(1);
            List<LocalDateTime> starts = starts(from, until);
            if (!starts.isEmpty()) {
                return starts.getLast();
            }
            until = from;
        }
        return first();
    }

    /** Whether there is no last one. */
    boolean isEndless() {
        return rules.stream().anyMatch(RecurrenceRule::isEndless);
    }

    /** The starts within a time, ascending, without doubles. */
    List<LocalDateTime> starts(LocalDateTime from, LocalDateTime until) {
        if (rules.size() == 1) {
            return rules.getFirst().starts(from, until);
        }
        return rules.stream()
                .flatMap(rule -> rule.starts(from, until).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
