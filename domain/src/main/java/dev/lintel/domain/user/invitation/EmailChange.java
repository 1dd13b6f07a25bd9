package dev.lintel.domain.user.invitation;

import java.time.Duration;
import java.time.Instant;

/**
 * A new e-mail address that waits to be confirmed. Until then the old one is in force.
 *
 * @param expires first instant at which the link in the mail is no longer good
 * @param isOver whether that has come
 */
public record EmailChange(String email, Instant expires, boolean isOver) {
    /** How long the link is good for. */
    public static final Duration GOOD_FOR = Duration.ofDays(1);
}
