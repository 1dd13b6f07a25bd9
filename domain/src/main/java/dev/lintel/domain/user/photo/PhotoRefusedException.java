package dev.lintel.domain.user.photo;

/** A photo was not taken; nothing was stored. */
public final class PhotoRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** More than {@link Photos#MOST_BYTES}. */
        TOO_LARGE,
        /** More than {@link PortraitMaker#MOST_PIXELS}. */
        TOO_MANY_PIXELS,
        /** Narrower or lower than {@link PortraitMaker#FEWEST_ACROSS}. */
        TOO_SMALL,
        /** Neither JPEG nor PNG nor WebP. */
        FORMAT_UNKNOWN,
        /** It begins as a picture does, but cannot be read. */
        DAMAGED
    }

    private final Reason reason;

    public PhotoRefusedException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
