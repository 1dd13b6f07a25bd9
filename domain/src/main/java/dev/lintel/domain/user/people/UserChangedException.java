package dev.lintel.domain.user.people;

/** Somebody else changed the user since the editor looked; nothing was stored. Carries what there is by now. */
public final class UserChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Person theirs;

    public UserChangedException(Person theirs) {
        super("somebody else has changed the user in the meantime");
        this.theirs = theirs;
    }

    public Person theirs() {
        return theirs;
    }
}
