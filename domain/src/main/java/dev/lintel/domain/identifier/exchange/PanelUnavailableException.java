package dev.lintel.domain.identifier.exchange;

/** The list of a panel could not be had. */
public final class PanelUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Problem {
        ADDRESS_MALFORMED,
        /** The address leads to this machine, or to where no panel is. */
        ADDRESS_REFUSED,
        UNREACHABLE,
        TIMED_OUT,
        LOGIN_REFUSED,
        /** Whatever answers there, it does not speak as panels do. */
        NO_PANEL,
        /** More identifiers than any panel has. */
        TOO_MANY
    }

    private final Problem problem;

    public PanelUnavailableException(Problem problem) {
        super(problem.name());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
