package dev.lintel.domain.sms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a short message has come.
 *
 * @param problem of the last attempt; null when there was none
 * @param answer what the service said; null before the first attempt
 */
public record SmsDelivery(
        long id,
        String to,
        State state,
        Instant created,
        @Nullable SmsProblem problem,
        @Nullable String answer) {
    /** As of mail. */
    public enum State {
        QUEUED,
        SENDING,
        SENT,
        FAILED
    }
}
