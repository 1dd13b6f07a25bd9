package dev.lintel.domain.guestpass;

import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierState;
import dev.lintel.domain.identifier.IdentifierType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guest pass as lists show one: with names in place of ids, and nothing that opens doors.
 *
 * @param host id of the person who expects the visitor
 * @param hostName name of that person
 * @param visitor who comes; may be empty
 * @param maxPasses null is without limit
 * @param restrictions names of what it opens
 */
public record GuestPassRow(
        long project,
        String id,
        String host,
        String hostName,
        String visitor,
        GuestKind kind,
        IdentifierType type,
        IdentifierState state,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Integer maxPasses,
        int passesUsed,
        List<String> restrictions,
        @Nullable Instant used,
        Instant created) {
    public GuestPassRow {
        restrictions = List.copyOf(restrictions);
    }
}
