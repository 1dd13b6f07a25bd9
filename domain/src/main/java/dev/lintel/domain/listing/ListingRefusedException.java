package dev.lintel.domain.listing;

/** What was asked of a list cannot be understood. Names the parameter, and in the reason what would be right. */
public final class ListingRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String reason;

    public ListingRefusedException(String parameter, String reason) {
        super(parameter + ": " + reason, null, false, false);
        this.parameter = parameter;
        this.reason = reason;
    }

    /** The parameter of the address or request that is wrong, such as {@code filter}. */
    public String parameter() {
        return parameter;
    }

    /** English, lower case, quoting at most a little of what was given. */
    public String reason() {
        return reason;
    }
}
