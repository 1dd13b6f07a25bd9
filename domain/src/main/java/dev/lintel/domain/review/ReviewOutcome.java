package dev.lintel.domain.review;

/** What became of a right when its review was closed. */
public enum ReviewOutcome {
    KEPT,
    /** The restriction is no longer granted to the person or identifier. */
    WITHDRAWN,
    /** The person is no longer in the group that it came from. */
    LEFT_GROUP,
    /** Somebody else had withdrawn it before. */
    ALREADY_GONE,
    /** It comes from a group and is still there: a task that stays open until they have it no more. */
    LEFT_OPEN,
    /** It was to be kept, but came from a group that the person left for the sake of another right. */
    WENT_ALONG
}
