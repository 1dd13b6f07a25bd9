package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.identifier.GuestKind;
import org.jspecify.annotations.Nullable;

/** Who presents an identifier, as far as the identifier tells. */
public enum HolderKind {
    /** The owner of the identifier, with an account and groups of their own. */
    RESIDENT,
    GUEST,
    COURIER;

    public static HolderKind of(IdentifierFact identifier) {
        @Nullable GuestKind guest = identifier.guest();
        if (guest == null) {
            return RESIDENT;
        }
        return guest == GuestKind.COURIER ? COURIER : GUEST;
    }
}
