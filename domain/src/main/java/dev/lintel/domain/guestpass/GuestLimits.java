package dev.lintel.domain.guestpass;

import org.jspecify.annotations.Nullable;

/**
 * How much somebody may give away at most.
 *
 * @param days how long a pass may last, 1 to {@value #MOST_DAYS}; null is not said
 * @param passes how often a pass may be used, 1 to {@value #MOST_PASSES}; null is not said
 * @param atOnce how many passes somebody may have out, 1 to {@value #MOST_AT_ONCE}; null is not said
 */
public record GuestLimits(
        @Nullable Integer days,
        @Nullable Integer passes,
        @Nullable Integer atOnce) {
    public static final int MOST_DAYS = 3_650;
    public static final int MOST_PASSES = 1_000_000;
    public static final int MOST_AT_ONCE = 1_000;

    /** Where nobody says anything there is no limit. */
    public static final GuestLimits NONE = new GuestLimits(null, null, null);

    /** What is not said here is as it is there. */
    public GuestLimits orElse(GuestLimits other) {
        return new GuestLimits(
                days == null ? other.days : days,
                passes == null ? other.passes : passes,
                atOnce == null ? other.atOnce : atOnce);
    }

    /** The more generous of both in each respect: who is in two groups has what either gives. */
    GuestLimits orMore(GuestLimits other) {
        return new GuestLimits(more(days, other.days), more(passes, other.passes), more(atOnce, other.atOnce));
    }

    private static @Nullable Integer more(@Nullable Integer one, @Nullable Integer other) {
        return one == null || other == null ? null : Integer.valueOf(Math.max(one, other));
    }
}
