package dev.lintel.domain.user.exchange;

/** A file is no table of users as a whole; single rows that are wrong are told in the {@link UserImport.Outcome}. */
public final class UserFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        EMPTY,
        TOO_LARGE,
        TOO_MANY_ROWS,
        /** Neither a name nor an id stands in its first row as a heading. */
        NO_HEADINGS,
        /** Two columns have headings of the same meaning. */
        COLUMN_TWICE,
        MALFORMED
    }

    private final Reason reason;

    public UserFileException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
