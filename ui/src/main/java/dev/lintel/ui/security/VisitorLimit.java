package dev.lintel.ui.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps strangers from asking for visitors' pages without end. A secret cannot be guessed; the server can be kept busy. */
final class VisitorLimit extends OncePerRequestFilter {
    private static final int PAGES = 120;
    private static final int DOORS = 20;
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Allowance pages = new Allowance(PAGES, PERIOD);
    private final Allowance doors = new Allowance(DOORS, PERIOD);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String network = Network.of(request.getRemoteAddr());
        boolean opens = "POST".equals(request.getMethod());
        if (pages.take(network) && (!opens || doors.take(network))) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(PERIOD.toSeconds()));
    }
}
