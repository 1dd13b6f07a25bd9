package dev.lintel.routes.wire;

/** Carries a refusal out of a decoder; caught at the decoder's edge, never seen beyond it. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusedException(String field, String reason) {
        super(field + ": " + reason, null, false, false);
        this.refusal = new Refusal(field, reason);
    }

    public Refusal refusal() {
        return refusal;
    }
}
