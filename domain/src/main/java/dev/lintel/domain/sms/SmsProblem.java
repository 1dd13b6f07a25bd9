package dev.lintel.domain.sms;

/** Why a short message was not taken. */
public enum SmsProblem {
    /** No phone that takes short messages, or one that wants none from us. */
    NUMBER_REFUSED,
    /** The account may not send from that number, or not to that country. */
    SENDER_REFUSED,
    /** The service does not know the account, or not with this token. */
    AUTHENTICATION_FAILED,
    /** There were too many, or the service is busy. */
    LATER,
    UNREACHABLE,
    /** The link would not be worth anything any more. */
    EXPIRED,
    OTHER;

    /** Whether it will be the same the next time. */
    public boolean isLasting() {
        return this == NUMBER_REFUSED || this == SENDER_REFUSED || this == OTHER;
    }
}
