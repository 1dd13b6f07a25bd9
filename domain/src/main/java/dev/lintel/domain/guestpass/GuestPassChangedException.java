package dev.lintel.domain.guestpass;

/** Somebody else changed the pass since the editor looked; nothing was stored. Carries what there is by now. */
public final class GuestPassChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient GuestPass theirs;

    public GuestPassChangedException(GuestPass theirs) {
        super("somebody else has changed the guest pass in the meantime");
        this.theirs = theirs;
    }

    public GuestPass theirs() {
        return theirs;
    }
}
