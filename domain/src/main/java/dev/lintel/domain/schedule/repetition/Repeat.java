package dev.lintel.domain.schedule.repetition;

import dev.lintel.domain.schedule.Schedule;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How something repeats, and how long.
 *
 * @param until the last day on which an occurrence begins; null is always, and for rules of their own
 */
public record Repeat(Repetition form, @Nullable LocalDate until) {
    /**
     * What a schedule says.
     *
     * @throws dev.lintel.domain.schedule.InvalidRecurrenceException if its rule is not understood for certain
     */
    public static Repeat of(Schedule schedule) {
        return RepeatReader.read(schedule.rrule(), schedule.start().toLocalDate());
    }

    /** The rule as a schedule keeps it; null happens once. */
    public @Nullable String rule() {
        return RepeatWriter.write(this);
    }
}
