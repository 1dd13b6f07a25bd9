package dev.lintel.domain.mail;

import org.jspecify.annotations.Nullable;

/** Brings mail to the mail server. */
@FunctionalInterface
public interface MailCarrier {
    /**
     * Tries once, and waits for the answer; a minute at most for each step.
     *
     * @param password of the server's user; null where there is none
     */
    MailAnswer send(MailServer server, @Nullable String password, OutgoingMail mail);
}
