package dev.lintel.domain.mail;

import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.domain.wire.WishRefusedException;
import java.util.List;

/** Settings, a template or an address were not taken; nothing was stored. */
public final class MailRefusedException extends WishRefusedException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Reason {
        MISSING,
        TOO_LONG,
        /** The name of a host, or its address, looks different. */
        HOST_MALFORMED,
        /** Not from 1 to 65535. */
        PORT_OUT_OF_RANGE,
        /** No mail address that a mail server would take (RFC 5321). */
        ADDRESS_MALFORMED,
        /** Line breaks and other control characters have no place there. */
        CONTROL_CHARACTER,
        /** A password would travel in the clear, and nobody has allowed that. */
        PASSWORD_UNPROTECTED,
        /** There is a password, but nobody whose it is. */
        USER_MISSING,
        /** The stored password is for another server, or for better protection; it must be typed again. */
        PASSWORD_NEEDED_AGAIN,
        /** A placeholder without which the mail is useless. */
        PLACEHOLDER_MISSING,
        /** A placeholder for which this type has no value. */
        PLACEHOLDER_UNKNOWN,
        /** A secret in the subject would stay readable in lists and logs. */
        SECRET_IN_SUBJECT,
        /** An element or attribute that mail must not have. */
        HTML_NOT_ALLOWED,
        /** Somebody else has changed the same in the meantime. */
        CHANGED_MEANWHILE
    }

    /**
     * One thing that is wrong.
     *
     * @param field name of the field
     * @param value what of it is wrong, as it was given; empty when nothing was
     */
    public record Problem(String field, Reason reason, String value) implements FieldProblem {
        @Override
        public boolean comesTooLate() {
            return reason == Reason.CHANGED_MEANWHILE;
        }
    }

    public MailRefusedException(List<Problem> problems) {
        super(problems, ": ");
    }

    public MailRefusedException(String field, Reason reason, String value) {
        this(List.of(new Problem(field, reason, value)));
    }
}
