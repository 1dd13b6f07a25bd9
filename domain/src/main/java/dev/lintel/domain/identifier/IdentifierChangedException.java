package dev.lintel.domain.identifier;

/** Somebody else changed the identifier since the editor looked; nothing was stored. Carries what there is by now. */
public final class IdentifierChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient IssuedIdentifier theirs;

    public IdentifierChangedException(IssuedIdentifier theirs) {
        super("somebody else has changed the identifier in the meantime");
        this.theirs = theirs;
    }

    public IssuedIdentifier theirs() {
        return theirs;
    }
}
