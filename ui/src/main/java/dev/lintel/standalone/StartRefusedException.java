package dev.lintel.standalone;

/** The server cannot start as it was asked to. The message is one sentence for the operator: what, why, what to change. */
public final class StartRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefusedException(String sentence) {
        super(sentence);
    }

    public StartRefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
