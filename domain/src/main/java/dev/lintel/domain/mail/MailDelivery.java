package dev.lintel.domain.mail;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far a mail has come.
 *
 * @param next when it is tried next; null when it is not
 * @param finished when the mail server took it, or it was given up
 * @param problem why the last attempt failed
 * @param answer what the mail server said last
 * @param repeatable the content is still there, so that it can be tried again
 */
public record MailDelivery(
        long id,
        @Nullable Long project,
        MailType type,
        Locale language,
        String to,
        String subject,
        State state,
        int attempts,
        Instant created,
        @Nullable Instant next,
        @Nullable Instant finished,
        @Nullable MailProblem problem,
        @Nullable String answer,
        boolean repeatable) {
    /** Sent means that the mail server has taken it; what becomes of it then, nobody tells us. */
    public enum State {
        QUEUED,
        SENDING,
        SENT,
        FAILED
    }
}
