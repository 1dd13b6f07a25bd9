package dev.lintel.domain.user;

/** A change was refused because nobody could have run the server after it; nothing was stored. */
public final class LastAdministratorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LastAdministratorException() {
        super("nobody would be left who can run the server");
    }
}
