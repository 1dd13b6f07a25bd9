package dev.lintel.domain.user.invitation;

import java.time.Duration;

/** Too many wrong links, codes or addresses were tried. */
public final class TooManyProofsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    public TooManyProofsException(Duration wait) {
        super("too many tries; wait " + wait.toSeconds() + " seconds");
        this.wait = wait;
    }

    /** Until the next try. */
    public Duration remaining() {
        return wait;
    }
}
