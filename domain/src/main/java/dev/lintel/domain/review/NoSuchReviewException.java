package dev.lintel.domain.review;

/** There is no such review, or no such project, as far as the asker can know. */
public final class NoSuchReviewException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchReviewException(long id) {
        super("there is no such review \"" + id + '"');
    }
}
