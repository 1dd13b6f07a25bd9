package dev.lintel.domain.identifier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether an identifier can be used, or what keeps it from being used: the worst first. */
public enum IdentifierState {
    REVOKED,
    SUSPENDED,
    EXPIRED,
    USED_UP,
    NOT_YET,
    VALID;

    /** The same in SQL, of an {@code identifier i}. */
    public static final String SQL = """
        case when i.revoked then 'REVOKED' when i.suspended then 'SUSPENDED'
             when i.valid_until <= now() then 'EXPIRED' when i.passes_used >= i.max_passes then 'USED_UP'
             when i.valid_from > now() then 'NOT_YET' else 'VALID' end\
        """;

    /**
     * What it is at this instant.
     *
     * @param until null is without end
     * @param passesLeft null is without limit
     */
    static IdentifierState of(
            boolean revoked,
            boolean suspended,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Integer passesLeft,
            Instant at) {
        if (revoked) {
            return REVOKED;
        }
        if (suspended) {
            return SUSPENDED;
        }
        if (until != null && !at.isBefore(until)) {
            return EXPIRED;
        }
        if (passesLeft != null && passesLeft <= 0) {
            return USED_UP;
        }
        return from != null && at.isBefore(from) ? NOT_YET : VALID;
    }
}
