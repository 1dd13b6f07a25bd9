package dev.lintel.domain.restriction;

/** Somebody else changed the restriction since the editor looked; nothing was stored. Carries what there is by now. */
public final class RestrictionChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient StoredRestriction theirs;

    public RestrictionChangedException(StoredRestriction theirs) {
        super("somebody else has changed the access restriction in the meantime");
        this.theirs = theirs;
    }

    public StoredRestriction theirs() {
        return theirs;
    }
}
