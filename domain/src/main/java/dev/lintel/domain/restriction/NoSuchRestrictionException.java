package dev.lintel.domain.restriction;

import dev.lintel.domain.wire.Quoted;

/** There is no such access restriction, as far as the asker can know. */
public final class NoSuchRestrictionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchRestrictionException(String id) {
        super("there is no access restriction " + Quoted.of(id));
    }
}
