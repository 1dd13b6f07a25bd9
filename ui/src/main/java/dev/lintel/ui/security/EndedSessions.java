package dev.lintel.ui.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before anybody asks who is there: an ended session is nobody's, and no other begins by what a page asks for by itself. Each
 * step of a login gives the session another id; a request of the page before that comes late would be answered with a new
 * session, which takes the place of the one that has just logged in.
 */
final class EndedSessions extends OncePerRequestFilter {
    private static final List<String> BY_ITSELF =
            List.of("/VAADIN/dynamic/", "/icons/", "/manifest.webmanifest", "/favicon.ico");

    private final LiveSessions live;

    EndedSessions(LiveSessions live) {
        this.live = live;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable HttpSession session = request.getSession(false);
        if (session != null && live.isOver(session)) {
            session.invalidate();
        }
        if (request.getRequestedSessionId() != null
                && !request.isRequestedSessionIdValid()
                && isAskedByItself(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isAskedByItself(HttpServletRequest request) {
        return "push".equals(request.getParameter("v-r"))
                || BY_ITSELF.stream().anyMatch(request.getServletPath()::startsWith);
    }
}
