package dev.lintel.domain.notification;

/** A rule for notifications cannot be as somebody wants it. */
public final class RuleRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What is wrong with it. */
    public enum Reason {
        /** There is no such project or rule, as far as the actor can know. */
        UNKNOWN,
        NAME_MISSING,
        NAME_TOO_LONG,
        NAME_TAKEN,
        /** It speaks of no kind of notification and of no pass. */
        NOTHING_CHOSEN,
        PERSON_UNKNOWN,
        DEVICE_UNKNOWN,
        /** It names more people or devices than a rule may. */
        TOO_MANY,
        /** The project has as many rules as it may have. */
        TOO_MANY_RULES,
        /** Somebody else has changed it meanwhile. */
        CHANGED
    }

    public RuleRefusedException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
