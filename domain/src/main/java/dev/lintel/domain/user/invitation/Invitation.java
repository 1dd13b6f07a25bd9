package dev.lintel.domain.user.invitation;

import java.time.Duration;
import java.time.Instant;

/**
 * An invitation that was sent.
 *
 * @param email where to
 * @param expires first instant at which it is no longer good
 * @param mail number of the mail, by which its delivery is known
 */
public record Invitation(long project, String person, String email, Instant created, Instant expires, long mail) {
    /** How long it is good for. */
    public static final Duration GOOD_FOR = Duration.ofDays(7);
}
