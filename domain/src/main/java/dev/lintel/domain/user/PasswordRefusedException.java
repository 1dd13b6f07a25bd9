package dev.lintel.domain.user;

/** A password was not taken. */
public final class PasswordRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        CURRENT_IS_WRONG,
        /** The current password was wrong too often; after some waiting it may be given again. */
        TOO_MANY_TRIES,
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

    /** Whether it is the current password that was not taken, and not a new one. */
    public boolean isOfTheCurrent() {
        return reason == Reason.CURRENT_IS_WRONG || reason == Reason.TOO_MANY_TRIES;
    }
}
