package dev.lintel.domain.access;

import dev.lintel.domain.access.AccessFacts.DeviceFact;
import org.jspecify.annotations.Nullable;

/**
 * What policies deny whatever the time is and whatever goes on: it holds for as long as neither they nor the site change, so
 * that devices can keep to it by themselves.
 */
public interface StandingDenials {
    /** Where no policy denies anything like that. */
    StandingDenials NONE = presented -> null;

    /**
     * Of whoever presents an identifier.
     *
     * @param presented the identifier and its owner, without a door and a time
     * @return null when nothing is denied them like that anywhere
     */
    @Nullable
    OfHolder of(AccessFacts presented);

    /** Whether it matters who belongs to whose family. */
    default boolean askForFamily() {
        return false;
    }

    /** What is denied to somebody. */
    interface OfHolder {
        /**
         * Whether all their requests are denied at a device, whenever they are made.
         *
         * @param accessPoint in one direction; null is in every one, and in none
         */
        boolean deny(DeviceFact device, @Nullable String accessPoint);
    }

    /** What is denied where others decide in one group. */
    static StandingDenials inPart(StandingDenials elsewhere, String group, StandingDenials there) {
        return elsewhere == NONE && there == NONE ? NONE : new InPart(elsewhere, group, there);
    }

    /** By the same measure as the facts of a request name the version that decides it. */
    record InPart(StandingDenials elsewhere, String group, StandingDenials there) implements StandingDenials {
        @Override
        public @Nullable OfHolder of(AccessFacts presented) {
            OfHolder usual = elsewhere.of(presented);
            OfHolder other = there.of(presented);
            return usual == null && other == null
                    ? null
                    : (device, accessPoint) -> {
                        OfHolder deciding = device.groups().contains(group) ? other : usual;
                        return deciding != null && deciding.deny(device, accessPoint);
                    };
        }

        @Override
        public boolean askForFamily() {
            return elsewhere.askForFamily() || there.askForFamily();
        }
    }
}
