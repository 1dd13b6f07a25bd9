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
        /** There is no such marker or project, as far as the asker can know. */
        UNKNOWN
    }

    private final Reason reason;

    public MarkerRefusedException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
