package dev.lintel.domain.sms;

import dev.lintel.domain.wire.Quoted;
import dev.lintel.domain.wire.WireName;

/** A setting of short messages was not taken; nothing was stored. */
public final class SmsRefusedException extends RuntimeException {
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

    private final Field field;
    private final Reason reason;
    private final String value;

    /** @param value what was given; may be empty, and is never a secret */
    public SmsRefusedException(Field field, Reason reason, String value) {
        super(WireName.of(field) + ": " + WireName.of(reason) + (value.isEmpty() ? "" : ": " + Quoted.of(value)));
        this.field = field;
        this.reason = reason;
        this.value = value;
    }

    public Field field() {
        return field;
    }

    public Reason reason() {
        return reason;
    }

    public String value() {
        return value;
    }
}
