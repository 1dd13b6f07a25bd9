package dev.lintel.domain.audit.seal;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a chain that is walked by itself: since every seal holds the hash of the one before it, a chain is whole when all
 * of its parts are.
 *
 * @param after number of the seal before the first one
 * @param until number of the last seal; of the last part, whatever comes
 */
record Stretch(long after, long until) {
    /** Enough that beginning anew costs nothing, few enough that all connections have something to do until the end. */
    static final long SEALS = 20_000;

    /**
     * The parts of a chain.
     *
     * @param first number of the seal before the first one
     * @param last number of the last one
     * @param seals how many a part has
     */
    static List<Stretch> of(long first, long last, long seals) {
        List<Stretch> stretches = new ArrayList<>();
        long after = first;
        while (last - after > seals) {
            stretches.add(new Stretch(after, after + seals));
            after += seals;
        }
        stretches.add(new Stretch(after, Long.MAX_VALUE));
        return stretches;
    }

    boolean isLast() {
        return until == Long.MAX_VALUE;
    }
}
