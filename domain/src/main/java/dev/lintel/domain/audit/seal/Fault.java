package dev.lintel.domain.audit.seal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first thing that is wrong with a chain.
 *
 * @param number place in the chain, from 1; 0 for what has no place in it
 * @param entry id of the entry in its log; null when nobody can tell
 * @param groups names of the groups of fields that were changed
 */
public record Fault(Kind kind, long number, @Nullable Long entry, List<String> groups) {
    public Fault {
        groups = List.copyOf(groups);
    }

    /** What may be wrong. */
    public enum Kind {
        /** The entry is not as it was sealed. */
        CHANGED,
        /** A seal is there, or should be, but its entry is not. */
        MISSING,
        /** An entry was slipped in: it has no seal, or one that does not belong here. */
        INSERTED,
        /** The entry stands where another one was. */
        REORDERED,
        /** The seal itself was changed. */
        SEAL_CHANGED,
        /** The end of the chain is not where it was. */
        CUT_OFF,
        /** The entry has waited for its seal for more than a minute. */
        UNSEALED,
        /** Personal fields were erased, and no sealed audit entry says so. */
        ERASED_UNRECORDED,
        /** Its older part is gone, and no sealed audit entry says that it was removed for its age. */
        REMOVED_UNRECORDED,
        /** The chain is whole, but not the one that was expected: it was made anew. */
        NOT_AS_EXPECTED
    }

    static Fault of(Kind kind, long number, @Nullable Long entry) {
        return new Fault(kind, number, entry, List.of());
    }
}
