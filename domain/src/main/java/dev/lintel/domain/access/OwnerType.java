package dev.lintel.domain.access;

import dev.lintel.domain.identifier.GuestKind;
import org.jspecify.annotations.Nullable;

/** Who stands at the door, as far as the identifier tells. */
public enum OwnerType {
    OWNER,
    GUEST,
    COURIER;

    /** The owner type that an identifier made for such a guest means; null is the owner's own. */
    public static OwnerType of(@Nullable GuestKind guest) {
        if (guest == null) {
            return OWNER;
        }
        return switch (guest) {
            case GUEST -> GUEST;
            case COURIER -> COURIER;
        };
    }
}
