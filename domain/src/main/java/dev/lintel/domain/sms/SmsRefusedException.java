package dev.lintel.domain.sms;

import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.domain.wire.WishRefusedException;
import java.util.List;

/** A setting of short messages was not taken; nothing was stored. */
public final class SmsRefusedException extends WishRefusedException {
    private static final long serialVersionUID = 1L;

    /** Of what. */
    public enum Field {
        ACCOUNT,
        TOKEN,
        SENDER
    }

    /** Why. */
    public enum Reason {
        MISSING,
        MALFORMED,
        /** The stored token is for another account; it must be given again. */
        NEEDED_AGAIN,
        /** Somebody else has changed the same in the meantime. */
        CHANGED_MEANWHILE
    }

    /**
     * One thing that is wrong.
     *
     * @param value what was given; may be empty, and is never a secret
     */
    public record Problem(Field field, Reason reason, String value) implements FieldProblem {
        @Override
        public boolean comesTooLate() {
            return reason == Reason.CHANGED_MEANWHILE;
        }
    }

    public SmsRefusedException(Field field, Reason reason, String value) {
        super(List.of(new Problem(field, reason, value)), ": ");
    }
}
