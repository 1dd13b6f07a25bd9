package dev.lintel.domain.user;

/** A password was not taken. */
public final class PasswordRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        CURRENT_IS_WRONG,
        TOO_SHORT,
        TOO_LONG,
        SAME_AS_CURRENT,
        SAME_AS_LOGIN,
        TOO_COMMON
    }

    private final Reason reason;

    public PasswordRefusedException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
