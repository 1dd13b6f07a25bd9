package dev.lintel.domain.sms;

/** What became of one attempt to send. */
public sealed interface SmsAnswer {
    /** What the service said; never a secret. */
    String reply();

    /** The service has taken the message upon itself. */
    record Taken(String reply) implements SmsAnswer {}

    /** It has not. */
    record Refused(SmsProblem problem, String reply) implements SmsAnswer {}
}
