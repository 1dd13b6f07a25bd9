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
        /** Of a face, panels take nothing else. */
        NO_JPEG,
        /** More than {@link FaceMaker#MOST_ACROSS} or {@link FaceMaker#MOST_ALONG} pixels, as panels take them. */
        TOO_WIDE,
        /** Fewer than {@link FaceMaker#FEWEST_ACROSS} or {@link FaceMaker#FEWEST_ALONG} pixels. */
        TOO_FEW_PIXELS,
        /** More than twice as long as wide: no head and shoulders. */
        NO_PORTRAIT,
        TOO_DARK,
        TOO_BRIGHT,
        /** Everything is nearly alike, as in a fog or on a white wall. */
        TOO_FLAT,
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
