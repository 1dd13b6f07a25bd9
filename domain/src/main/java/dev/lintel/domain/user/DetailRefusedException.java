package dev.lintel.domain.user;

/** Something that somebody says of themselves was not taken; nothing was stored. */
public final class DetailRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Which. */
    public enum Field {
        NAME,
        EMAIL,
        PHONE,
        ADDRESS
    }

    /** Why. */
    public enum Reason {
        TOO_LONG,
        MALFORMED,
        /** Another account has it. */
        TAKEN
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
