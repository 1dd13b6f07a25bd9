package dev.lintel.domain.review;

/** What a reviewer decides of a right. */
public enum ReviewDecision {
    KEEP,
    /**
     * It is to go: what is granted to the person or identifier itself is withdrawn when the review is closed. What comes from a
     * group cannot be taken from one person of it, so it is left as a task that stays open while they have it.
     */
    REMOVE,
    /** For what comes from a group: the person goes out of that group when the review is closed, with all that it gives. */
    LEAVE_GROUP
}
