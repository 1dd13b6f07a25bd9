package dev.lintel.ui.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes guessing of passwords slow, from one address and for one login; who got it right is not counted. */
final class LoginLimit extends OncePerRequestFilter {
    static final String LIMITED = "/login?limited";

    private static final Duration PERIOD = Duration.ofMinutes(5);

    private final Allowance perAddress = new Allowance(30, PERIOD);
    private final Allowance perLogin = new Allowance(10, PERIOD);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || !"/login".equals(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRemoteAddr();
        String username = request.getParameter("username");
        String login = username == null ? "" : username.strip().toLowerCase(Locale.ROOT);
        if (!perAddress.take(address) || !perLogin.take(login)) {
            response.sendRedirect(request.getContextPath() + LIMITED);
            return;
        }
        chain.doFilter(request, response);
        if (hasLoggedIn(login)) {
            perAddress.giveBack(address);
            perLogin.giveBack(login);
        }
    }

    private static boolean hasLoggedIn(String login) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getName().equalsIgnoreCase(login);
    }
}
