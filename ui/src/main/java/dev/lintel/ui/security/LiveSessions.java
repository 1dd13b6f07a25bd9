package dev.lintel.ui.security;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import dev.lintel.domain.user.session.Sessions;
import dev.lintel.domain.user.session.SessionsEnded;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The sessions of this node in which somebody is logged in, by their number in {@link Sessions}. A session that was ended is
 * a stranger's from that moment on, and whoever looks at one of its pages is shown the login page.
 */
@Component
public class LiveSessions implements HttpSessionListener {
    /** Where people are led whose session is over. */
    public static final String ENDED = "login?ended";

    private static final Logger LOG = LoggerFactory.getLogger(LiveSessions.class);
    private static final String NUMBER = LiveSessions.class.getName() + ".number";
    private static final String TOLD = LiveSessions.class.getName() + ".told";

    /** How often the list learns that somebody is still there, and a node that a session was ended at another. */
    private static final Duration TELL_EVERY = Duration.ofMinutes(1);

    /** A message to a page is under way for a moment, and would be lost with its session. */
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(3);

    private final Map<Long, HttpSession> live = new ConcurrentHashMap<>();
    private final Sessions sessions;
    private final InstantSource clock;

    LiveSessions(Sessions sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Number of the session in which somebody is logged in; null when nobody is. */
    public static @Nullable Long numberOf(WrappedSession session) {
        return (Long) session.getAttribute(NUMBER);
    }

    void begin(HttpSession session, long number) {
        @Nullable Long before = (Long) session.getAttribute(NUMBER);
        session.setAttribute(NUMBER, number);
        session.setAttribute(TOLD, clock.instant());
        live.put(number, session);
        if (before != null) {
            live.remove(before);
            sessions.over(before);
        }
    }

    /** Whether the session was somebody's and is no longer to be believed. */
    boolean isOver(HttpSession session) {
        @Nullable Long number = (Long) session.getAttribute(NUMBER);
        return number != null && (!live.containsKey(number) || !isStillListed(session, number));
    }

    private boolean isStillListed(HttpSession session, long number) {
        Instant now = clock.instant();
        if (session.getAttribute(TOLD) instanceof Instant told && now.isBefore(told.plus(TELL_EVERY))) {
            return true;
        }
        session.setAttribute(TOLD, now);
        boolean listed = sessions.seen(number);
        if (!listed) {
            end(number);
        }
        return listed;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void ended(SessionsEnded ended) {
        ended.sessions().forEach(this::end);
    }

    private void end(long number) {
        @Nullable HttpSession session = live.remove(number);
        if (session != null) {
            showTheLoginPage(session);
        }
    }

    /** The session itself ends a little later, so that the page can still be told; nobody is logged in in it any more. */
    private static void showTheLoginPage(HttpSession session) {
        for (String name : Collections.list(session.getAttributeNames())) {
            if (session.getAttribute(name) instanceof VaadinSession pages) {
                pages.access(() -> {
                    for (UI ui : pages.getUIs()) {
                        ui.getPage().setLocation(ENDED);
                        ui.push();
                    }
                });
                CompletableFuture.delayedExecutor(TOLD_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(() -> endQuietly(session));
                return;
            }
        }
        session.invalidate();
    }

    private static void endQuietly(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException overAlready) {
            LOG.debug("a session had ended before it was ended", overAlready);
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        @Nullable Long number = (Long) event.getSession().getAttribute(NUMBER);
        if (number != null && live.remove(number) != null) {
            sessions.over(number);
        }
    }
}
