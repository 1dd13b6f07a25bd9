package dev.lintel.domain.rulebook;

import dev.lintel.domain.device.EventCategory;
import dev.lintel.domain.device.EventPriority;
import dev.lintel.domain.guestpass.GuestLimits;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a table says, as far as it says anything; the rest is as it would be without the table.
 *
 * @param days of {@link OutcomeKind#GUEST_LIMITS}: how long a pass may last, see {@link GuestLimits}
 * @param passes how often a pass may be used
 * @param atOnce how many of the passes that the row fits somebody may have out; 0 is none at all
 * @param importance of {@link OutcomeKind#NOTIFICATION_IMPORTANCE}
 * @param priority of {@link OutcomeKind#EVENT_PRIORITY}
 * @param category of the same
 */
public record Outcome(
        @Nullable Integer days,
        @Nullable Integer passes,
        @Nullable Integer atOnce,
        @Nullable Importance importance,
        @Nullable EventPriority priority,
        @Nullable EventCategory category) {
    /** A row that keeps those below it from counting. */
    public static final Outcome NOTHING = new Outcome(null, null, null, null, null, null);

    public static Outcome of(GuestLimits limits) {
        return new Outcome(limits.days(), limits.passes(), limits.atOnce(), null, null, null);
    }

    public static Outcome of(@Nullable Importance importance) {
        return new Outcome(null, null, null, importance, null, null);
    }

    public static Outcome of(@Nullable EventPriority priority, @Nullable EventCategory category) {
        return new Outcome(null, null, null, null, priority, category);
    }

    public GuestLimits limits() {
        return new GuestLimits(days, passes, atOnce);
    }

    /** Whether all stays as it would be without the table. */
    public boolean saysNothing() {
        return equals(NOTHING);
    }
}
