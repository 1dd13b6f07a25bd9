package dev.lintel.domain.permission;

import java.util.Collection;
import java.util.List;

/** A profile was not made, changed or deleted; nothing was stored. */
public final class ProfileRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** There is no such project, as far as the actor can know. */
        PROJECT_UNKNOWN,
        /** There is no such profile, as far as the actor can know. */
        UNKNOWN,
        NAME_MISSING,
        NAME_TOO_LONG,
        /** Another profile of the project, or of the whole server, has that name. */
        NAME_TAKEN,
        DESCRIPTION_TOO_LONG,
        /** It permits what its maker does not hold; said are the codes of these permissions. */
        MORE_THAN_OWN,
        /** It offers profiles that its maker may not hand out; said are their ids. */
        NOT_AVAILABLE,
        /** Built-in profiles are what they are; copy them. */
        BUILT_IN,
        /** Somebody has changed it since it was read. */
        CHANGED_MEANWHILE,
        /** People have it, so it stays; said is how many. */
        HELD
    }

    private final Reason reason;
    private final List<String> about;

    public ProfileRefusedException(Reason reason) {
        this(reason, List.of());
    }

    /** @param about what the reason speaks of, as the reason says */
    public ProfileRefusedException(Reason reason, Collection<String> about) {
        super(about.isEmpty() ? reason.name() : reason.name() + ": " + String.join(", ", about));
        this.reason = reason;
        this.about = List.copyOf(about);
    }

    public Reason reason() {
        return reason;
    }

    public List<String> about() {
        return about;
    }
}
