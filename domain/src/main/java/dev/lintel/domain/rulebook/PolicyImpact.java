package dev.lintel.domain.rulebook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom other policies would let in or keep out, as things stand, in the seven days from a moment on.
 *
 * @param from the moment
 * @param devices how many devices with a lock the changed policies act on
 * @param gaining how many people would get in somewhere or sometime where they do not today
 * @param losing the opposite
 * @param guestsGaining the same of guest passes
 * @param guestsLosing the opposite
 * @param doorsGained how many devices would open to somebody at more times
 * @param doorsLost the opposite
 * @param touched those of them whom the asker may see, who loses most first, {@value PolicyImpacts#MOST_NAMED} at most
 * @param isWhole whether all was looked at; else it is more than it says
 */
public record PolicyImpact(
        Instant from,
        int devices,
        int gaining,
        int losing,
        int guestsGaining,
        int guestsLosing,
        int doorsGained,
        int doorsLost,
        List<Touched> touched,
        boolean isWhole) {
    public PolicyImpact {
        touched = List.copyOf(touched);
    }

    /** Whether nobody would notice in these seven days. */
    public boolean isNone() {
        return gaining + losing + guestsGaining + guestsLosing == 0;
    }

    /** Somebody for whom it makes a difference, at one door. */
    public record Touched(
            String person,
            String name,
            boolean guest,
            String deviceId,
            @Nullable String deviceName,
            Duration gained,
            Duration lost) {}
}
