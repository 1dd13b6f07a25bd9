package dev.lintel.routes.http;

import java.io.IOException;

/** A request body went on beyond what is read. */
public final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param most bytes that are read at that address */
    public BodyTooLargeException(long most) {
        super("the body must have at most " + most + " bytes");
    }
}
