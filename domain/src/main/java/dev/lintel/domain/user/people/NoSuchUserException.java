package dev.lintel.domain.user.people;

import dev.lintel.domain.wire.Quoted;

/** There is no such user, as far as the asker can know. */
public final class NoSuchUserException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchUserException(String id) {
        super("there is no user " + Quoted.of(id));
    }
}
