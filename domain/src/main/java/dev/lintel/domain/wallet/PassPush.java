package dev.lintel.domain.wallet;

/** Tells a phone that it should ask for its passes again. */
@FunctionalInterface
public interface PassPush {
    /** What became of one attempt. */
    enum Answer {
        TAKEN,
        /** The phone no longer has the pass. */
        GONE,
        FAILED
    }

    /**
     * Tries once, and waits for the answer; half a minute at most.
     *
     * @param certificate by which Apple's push service knows the sender
     */
    Answer send(AppleCertificate certificate, String pushToken);
}
