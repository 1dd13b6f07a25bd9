package dev.lintel.domain.identifier;

import dev.lintel.domain.wire.Quoted;

/** There is no such identifier, or no such project for it, as far as the asker can know. */
public final class NoSuchIdentifierException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchIdentifierException(String id) {
        super("there is no identifier " + Quoted.of(id));
    }
}
