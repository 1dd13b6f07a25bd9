package dev.lintel.domain.access;

import org.jspecify.annotations.Nullable;

/**
 * One thing that would have had to be otherwise for a door to open.
 *
 * @param restriction id of the restriction of which it is said; null where it is said of the identifier or its owner
 */
public record Remedy(Kind kind, @Nullable String restriction) {
    /** What would have had to be otherwise, in the order in which a decision asks for it. */
    public enum Kind {
        /** The identifier is not revoked. */
        NOT_REVOKED,
        /** The identifier is not suspended. */
        NOT_SUSPENDED,
        /** The owner is not suspended. */
        OWNER_NOT_SUSPENDED,
        /** The identifier is valid at the instant. */
        VALID_THEN,
        /** The identifier has a pass left. */
        PASS_LEFT,
        /** The host has the restriction. */
        HELD_BY_HOST,
        /** The restriction is for guests, too. */
        FOR_GUESTS,
        /** The restriction has a line for the access point. */
        FOR_ACCESS_POINT,
        /** The restriction opens the lock. */
        FOR_LOCK,
        /** The restriction is open at the instant. */
        OPEN_THEN,
        /** The identifier, its owner or one of the owner's groups has any restriction with the door. */
        GRANTED,
        /** No policy of the project denies it. */
        NO_POLICY
    }

    /** Of the identifier or its owner. */
    static Remedy of(Kind kind) {
        return new Remedy(kind, null);
    }
}
