package dev.lintel.domain.identifier;

/** For whom a guest identifier was made. */
public enum GuestKind {
    GUEST,
    COURIER
}
