package dev.lintel.domain.rulebook;

/** Which row of a table counts, in the words of DMN. */
public enum HitPolicy {
    /** Of the rows that fit, the uppermost. */
    FIRST,
    /** Only one fits. A request that two of them fit is denied, since nobody can have meant both. */
    UNIQUE
}
