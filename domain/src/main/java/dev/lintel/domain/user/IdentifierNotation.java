package dev.lintel.domain.user;

/** How numbers of cards and tags are written. */
public enum IdentifierNotation {
    DECIMAL,
    HEXADECIMAL
}
