package dev.lintel.domain.user.invitation;

/** By what somebody shows that they were invited. Says nothing of itself in logs. */
public sealed interface Proof {
    /** The end of the link in the mail, which also is in the QR code. */
    record Link(String secret) implements Proof {
        @Override
        public String toString() {
            return "Link[…]";
        }
    }

    /**
     * What people type.
     *
     * @param email where the invitation was sent to
     * @param code the confirmation code; spaces do not count
     */
    record Code(String email, String code) implements Proof {
        public Code {
            email = email.strip();
            code = code.replaceAll("\\s", "");
        }

        @Override
        public String toString() {
            return "Code[…]";
        }
    }
}
