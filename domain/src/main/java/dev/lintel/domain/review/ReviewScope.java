package dev.lintel.domain.review;

/**
 * Whose rights are looked at.
 *
 * @param id of the group or device
 */
public record ReviewScope(Kind kind, String id) {
    /** What the id is of. */
    public enum Kind {
        /** A group: all rights of the people of it and of all groups below it, at whatever door. */
        GROUP,
        /** A device: the rights of everybody at it. */
        DOOR
    }
}
