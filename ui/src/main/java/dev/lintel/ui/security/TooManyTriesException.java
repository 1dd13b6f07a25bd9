package dev.lintel.ui.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Somebody tried too often. */
final class TooManyTriesException extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyTriesException(Duration wait) {
        super("too many tries");
        this.wait = wait;
    }

    /** Whole seconds to wait. */
    long seconds() {
        return Math.max(1, wait.toSeconds() + (wait.getNano() > 0 ? 1 : 0));
    }
}
