package dev.lintel.domain.mail;

/** How the connection to the mail server is protected. */
public enum MailEncryption {
    /** Not at all. */
    NONE(25),
    /** It begins in the clear and is encrypted before anything is said (RFC 3207); without that, nothing is sent. */
    STARTTLS(587),
    /** It is encrypted from the first byte (RFC 8314). */
    TLS(465);

    private final int usualPort;

    MailEncryption(int usualPort) {
        this.usualPort = usualPort;
    }

    public int usualPort() {
        return usualPort;
    }
}
