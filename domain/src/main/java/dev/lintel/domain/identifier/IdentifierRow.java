package dev.lintel.domain.identifier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An identifier as lists show one: with names in place of ids, and no value that opens doors.
 *
 * @param user id of the owner; of a guest identifier the person who made it
 * @param owner name of the owner
 * @param value as it was entered, or {@link IssuedIdentifier#HIDDEN}
 * @param words the spellings by which it is found, one a line
 * @param restrictionIds of those that are granted to the identifier itself
 * @param restrictions names of these
 * @param guest null for an identifier of the owner's own
 * @param used when it last opened a door
 */
public record IdentifierRow(
        long project,
        String id,
        String user,
        String owner,
        String name,
        IdentifierType type,
        String value,
        String words,
        IdentifierState state,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Integer maxPasses,
        int passesUsed,
        List<String> restrictionIds,
        List<String> restrictions,
        @Nullable GuestKind guest,
        @Nullable Instant used,
        Instant created) {
    public IdentifierRow {
        restrictionIds = List.copyOf(restrictionIds);
        restrictions = List.copyOf(restrictions);
    }
}
