package dev.lintel.domain.rulebook;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants a draft to come into force.
 *
 * @param confirmed ids of the policies and tables of which it is known that devices do not enforce them while they are cut off
 * @param at when; null is now
 * @param group id of the group in which alone it decides at first; null is everywhere
 */
public record ReleaseWish(
        Set<String> confirmed,
        @Nullable Instant at,
        @Nullable String group) {
    public ReleaseWish {
        confirmed = Set.copyOf(confirmed);
    }

    /** At once, everywhere. */
    public static ReleaseWish now(Set<String> confirmed) {
        return new ReleaseWish(confirmed, null, null);
    }
}
