package dev.lintel.domain.group;

/** What came of an edit. */
public sealed interface GroupEdited {
    /** Stored, and in force at the doors. */
    record Saved(GroupNode node) implements GroupEdited {}

    /**
     * Somebody else was quicker; nothing was stored.
     *
     * @param stored the group as it is now
     */
    record Conflict(GroupNode stored) implements GroupEdited {}

    /** There is no such group, as far as the asker can see. */
    record Unknown() implements GroupEdited {}
}
