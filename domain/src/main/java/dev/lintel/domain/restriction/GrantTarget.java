package dev.lintel.domain.restriction;

/** Whom a restriction is granted to. */
public sealed interface GrantTarget {
    /** Id of the group, user or identifier. */
    String id();

    /** The group, all groups below it, and the users of all of them. */
    record ToGroup(String id) implements GrantTarget {}

    /** This user alone, with all identifiers of theirs except guest identifiers. */
    record ToUser(String id) implements GrantTarget {}

    /** This identifier alone. */
    record ToIdentifier(String id) implements GrantTarget {}
}
