package dev.lintel.ui.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Before anybody asks who is there: an ended session is nobody's. */
final class EndedSessions extends OncePerRequestFilter {
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
        chain.doFilter(request, response);
    }
}
