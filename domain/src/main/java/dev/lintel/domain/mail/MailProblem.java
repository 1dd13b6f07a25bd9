package dev.lintel.domain.mail;

/** Why a mail was not taken. */
public enum MailProblem {
    /** Nobody knows the name of the mail server. */
    HOST_UNKNOWN(false),
    /** Nothing answers at that host and port. */
    UNREACHABLE(false),
    /** It did not answer in time. */
    TIMEOUT(false),
    /** No encrypted connection could be made: the server does not offer it, or its certificate is not to be trusted. */
    TLS_FAILED(false),
    /** User or password are wrong. */
    AUTHENTICATION_FAILED(false),
    /** The server does not let us send from this address. */
    SENDER_REFUSED(true),
    /** The server does not take mail for this address. */
    RECIPIENT_REFUSED(true),
    /** The server did not take the mail itself. */
    CONTENT_REFUSED(true),
    /** The server asks to try again later. */
    LATER(false),
    /** It was not sent before it had lost its meaning. */
    EXPIRED(true),
    /** None of these; the server's answer says more. */
    OTHER(false);

    private final boolean lasting;

    MailProblem(boolean lasting) {
        this.lasting = lasting;
    }

    /** Whether trying the same again is pointless. */
    public boolean isLasting() {
        return lasting;
    }
}
