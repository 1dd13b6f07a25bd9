package dev.lintel.domain.review;

/**
 * Somebody is to act in a review.
 *
 * @param name what people call the review
 * @param account of whom
 * @param sentBack whether it came back from the verifier
 */
public record ReviewTurn(long project, long review, String name, Kind kind, long account, boolean sentBack) {
    /** What they are to do. */
    public enum Kind {
        /** Rights wait for a decision: the review has begun, or was sent back. */
        DECIDE,
        /** What was decided waits for the verifier. */
        VERIFY,
        /** It should be closed by now, and is not. */
        OVERDUE
    }
}
