package dev.lintel.domain.user.own;

/** Something that somebody says of themselves was not taken; nothing was stored. */
public final class DetailRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Which. */
    public enum Field {
        NAME,
        PHONE,
        ADDRESS
    }

    /** Why. */
    public enum Reason {
        MISSING,
        TOO_LONG,
        MALFORMED
    }

    private final Field field;
    private final Reason reason;

    public DetailRefusedException(Field field, Reason reason) {
        super(field + " " + reason);
        this.field = field;
        this.reason = reason;
    }

    public Field field() {
        return field;
    }

    public Reason reason() {
        return reason;
    }
}
