package dev.lintel.domain.access.matrix;

import dev.lintel.domain.access.ReasonCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A time for which a door answers the same.
 *
 * @param from its first instant
 * @param until the first instant after it, later than {@code from}
 * @param reason of the decision; of several identifiers, where none opens, the reason of that which came furthest
 * @param locks numbers of those that open, ascending; empty where none does
 * @param restrictions ids of those that open it, in their order; empty where none does, and where others open it than
 *     restrictions
 * @param identifiers ids of those to which it opens, in the order in which they were given
 */
public record DoorSpan(
        Instant from,
        Instant until,
        boolean opens,
        ReasonCode reason,
        List<Integer> locks,
        List<String> restrictions,
        List<String> identifiers) {
    public DoorSpan {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a span ends at " + until + " before it begins at " + from);
        }
        locks = List.copyOf(locks);
        restrictions = List.copyOf(restrictions);
        identifiers = List.copyOf(identifiers);
    }

    /** The same answer for another time. */
    DoorSpan during(Instant first, Instant end) {
        return new DoorSpan(first, end, opens, reason, locks, restrictions, identifiers);
    }

    /** For those who may not know by which restrictions somebody gets in. */
    DoorSpan withoutRestrictions() {
        return new DoorSpan(from, until, opens, reason, locks, List.of(), identifiers);
    }

    /** Neighbours that answer the same become one. */
    static List<DoorSpan> joined(List<DoorSpan> spans) {
        List<DoorSpan> joined = new ArrayList<>();
        for (DoorSpan span : spans) {
            DoorSpan before = joined.isEmpty() ? null : joined.getLast();
            if (before != null && before.equals(span.during(before.from(), before.until()))) {
                joined.set(joined.size() - 1, before.during(before.from(), span.until()));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }
}
