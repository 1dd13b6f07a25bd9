package dev.lintel.ui.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A note in a session in which nobody is logged in: somebody has shown the password of this account and may now show a
 * second factor. To everything but the code page they are a stranger, because that is all that such a session is.
 *
 * @param until first instant at which the password has to be shown again
 */
public record PendingLogin(long account, Instant until) implements Serializable {
    private static final String ATTRIBUTE = PendingLogin.class.getName();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** The old id of the session is of no use to whoever may know it. */
    static void note(HttpServletRequest request, long account, Instant now) {
        HttpSession session = request.getSession();
        request.changeSessionId();
        session.setAttribute(ATTRIBUTE, new PendingLogin(account, now.plus(PATIENCE)));
    }

    /** The note in the session; empty when there is none, or it is too old. */
    public static Optional<PendingLogin> in(HttpServletRequest request, Instant now) {
        @Nullable HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof PendingLogin pending
                ? Optional.of(pending).filter(note -> now.isBefore(note.until()))
                : Optional.empty();
    }

    static void forget(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }
}
