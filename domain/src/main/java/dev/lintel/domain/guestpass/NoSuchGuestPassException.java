package dev.lintel.domain.guestpass;

import dev.lintel.domain.wire.Quoted;

/** There is no such guest pass, as far as the actor can know. */
public final class NoSuchGuestPassException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchGuestPassException(String id) {
        super("there is no guest pass " + Quoted.of(id));
    }
}
