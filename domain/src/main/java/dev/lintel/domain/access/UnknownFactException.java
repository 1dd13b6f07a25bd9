package dev.lintel.domain.access;

/** Facts do not tell what a policy asks, as those of an earlier version: nothing may be decided on a guess. */
public final class UnknownFactException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public UnknownFactException(String fact) {
        super("the facts do not tell " + fact);
    }
}
