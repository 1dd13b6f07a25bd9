package dev.lintel.domain.rulebook;

/** How somebody stands in the family of a flat. */
public enum FamilyRole {
    /** A main user, or somebody who has no family here. */
    MAIN,
    /** Somebody whom a main user took in. */
    MEMBER
}
