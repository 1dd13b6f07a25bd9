package dev.lintel.domain.guestpass;

import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierType;
import java.util.Optional;
import java.util.Set;

/** A table of a project that says how much whom may give away of which passes. */
public interface GuestLimitTable {
    /**
     * What it says of a pass; empty when there is no such table, or no row of it speaks of such a pass.
     *
     * @param host id of the person who expects the visitor
     */
    Optional<ByRow> of(long project, String host, GuestKind kind, IdentifierType type);

    /**
     * What the row says that counts.
     *
     * @param table what people call the table
     * @param row its number, from 1
     * @param limits what is not said is as groups and the server say; none at all at once is possible
     * @param kinds of the passes that the row speaks of; empty is all
     * @param types of these passes; empty is all
     */
    record ByRow(String table, int row, GuestLimits limits, Set<GuestKind> kinds, Set<IdentifierType> types) {
        public ByRow {
            kinds = Set.copyOf(kinds);
            types = Set.copyOf(types);
        }
    }
}
