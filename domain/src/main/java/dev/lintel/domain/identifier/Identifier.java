package dev.lintel.domain.identifier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the field calls a credential.
 *
 * @param user id of the owner; of a guest identifier the person who made it
 * @param value as it was entered; {@link IdentifierValue} says which notations mean the same
 * @param validFrom first instant at which it may be used; null is no beginning
 * @param validUntil first instant at which it may no longer be used; null is no end
 * @param maxPasses how many passes it is good for, from 0; null is without limit
 * @param passesUsed passes counted so far, from 0
 * @param revoked for good, as when a card is lost
 * @param suspended for the time being
 * @param guest null for an identifier of the owner's own
 */
public record Identifier(
        String id,
        String user,
        IdentifierType type,
        String value,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Integer maxPasses,
        int passesUsed,
        boolean revoked,
        boolean suspended,
        @Nullable GuestKind guest) {

    /** The same identifier, stopped or not: for good, and for the time being. */
    public Identifier stopped(boolean forGood, boolean forNow) {
        return new Identifier(
                id, user, type, value, validFrom, validUntil, maxPasses, passesUsed, forGood, forNow, guest);
    }

    /** The same identifier, made for a guest. */
    Identifier forGuest(GuestKind kind) {
        return new Identifier(
                id, user, type, value, validFrom, validUntil, maxPasses, passesUsed, revoked, suspended, kind);
    }

    /** The same identifier with another count of passes. */
    public Identifier withPassesUsed(int used) {
        return new Identifier(id, user, type, value, validFrom, validUntil, maxPasses, used, revoked, suspended, guest);
    }
}
