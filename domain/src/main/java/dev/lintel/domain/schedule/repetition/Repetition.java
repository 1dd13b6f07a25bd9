package dev.lintel.domain.schedule.repetition;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How often something is open again: what people choose, in place of a rule of RFC 5545. */
public sealed interface Repetition {
    int MOST_EVERY = 9999;

    /** Whether a day belongs to it, whatever was skipped between two of its days. */
    boolean fits(LocalDate day);

    /** The first day from this one on that fits; empty when none does, as 30 February. */
    default Optional<LocalDate> firstFrom(LocalDate from) {
        // between two leap days lie eight years at most
        return from.datesUntil(from.plusYears(9)).filter(this::fits).findFirst();
    }

    /** Once, and never again. */
    record Once() implements Repetition {
        @Override
        public boolean fits(LocalDate day) {
            return true;
        }
    }

    /** @param every how many days, from 1 */
    record Daily(int every) implements Repetition {
        public Daily {
            check(every, List.of(every));
        }

        @Override
        public boolean fits(LocalDate day) {
            return true;
        }
    }

    /**
     * On some days of the week.
     *
     * @param every how many weeks, from 1; weeks begin on Monday
     * @param days ascending, at least one
     */
    record Weekly(int every, List<DayOfWeek> days) implements Repetition {
        public Weekly {
            days = days.stream().distinct().sorted().toList();
            check(every, days);
        }

        @Override
        public boolean fits(LocalDate day) {
            return days.contains(day.getDayOfWeek());
        }
    }

    /** @param every how many months, from 1 */
    record Monthly(int every, DaysOfMonth days) implements Repetition {
        public Monthly {
            check(every, List.of(days));
        }

        @Override
        public boolean fits(LocalDate day) {
            return days.fit(day);
        }
    }

    /**
     * In some months of the year.
     *
     * @param every how many years, from 1
     * @param months ascending, at least one
     */
    record Yearly(int every, List<Month> months, DaysOfMonth days) implements Repetition {
        public Yearly {
            months = months.stream().distinct().sorted().toList();
            check(every, months);
        }

        @Override
        public boolean fits(LocalDate day) {
            return months.contains(day.getMonth()) && days.fit(day);
        }
    }

    /**
     * A rule that is none of the forms.
     *
     * @param rule as in a schedule
     */
    record Own(String rule) implements Repetition {
        /** A rule of its own may begin on any day. */
        @Override
        public boolean fits(LocalDate day) {
            return true;
        }
    }

    private static void check(int every, Collection<?> chosen) {
        if (every < 1 || every > MOST_EVERY || chosen.isEmpty()) {
            throw new IllegalArgumentException("every " + every + " on " + chosen);
        }
    }
}
