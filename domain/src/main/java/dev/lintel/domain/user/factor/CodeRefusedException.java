package dev.lintel.domain.user.factor;

/** A code of an authenticator app was not taken. */
public final class CodeRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CodeRefusedException() {
        super("the code is not the one of this moment");
    }
}
