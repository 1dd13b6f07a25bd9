package dev.lintel.domain.identifier;

/** A value that no identifier of its type can have. The message says why, in lower case. */
public final class InvalidIdentifierException extends Exception {
    private static final long serialVersionUID = 1L;

    public InvalidIdentifierException(String message) {
        super(message);
    }
}
