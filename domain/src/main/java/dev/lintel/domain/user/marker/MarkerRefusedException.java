package dev.lintel.domain.user.marker;

/** A marker was not taken; nothing was stored. */
public final class MarkerRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        NAME_MISSING,
        NAME_TOO_LONG,
        NAME_TAKEN,
        COLOUR_MALFORMED,
        /** A policy names it, in force or in draft. */
        NAMED_BY_POLICY,
        /** There is no such marker or project, as far as the asker can know. */
        UNKNOWN
    }

    private final Reason reason;
    private final String value;

    public MarkerRefusedException(Reason reason) {
        this(reason, "");
    }

    MarkerRefusedException(Reason reason, String value) {
        super(reason.name());
        this.reason = reason;
        this.value = value;
    }

    /** What it is about: names of policies; empty where the reason says it all. */
    public String value() {
        return value;
    }

    public Reason reason() {
        return reason;
    }
}
