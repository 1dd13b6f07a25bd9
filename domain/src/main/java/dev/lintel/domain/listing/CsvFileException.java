package dev.lintel.domain.listing;

/** A file is no file of comma-separated values, or too large a one. */
public final class CsvFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        EMPTY,
        TOO_LARGE,
        TOO_MANY_ROWS,
        MALFORMED
    }

    private final Reason reason;

    public CsvFileException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
