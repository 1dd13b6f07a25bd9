package dev.lintel.domain.mail;

/** What became of one attempt to send. */
public sealed interface MailAnswer {
    /** What the mail server said, as it said it; what the connection said where it did not come to that. */
    String reply();

    /** The mail server has taken the mail upon itself. */
    record Taken(String reply) implements MailAnswer {}

    /** It has not. */
    record Refused(MailProblem problem, String reply) implements MailAnswer {}
}
