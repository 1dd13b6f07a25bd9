package dev.lintel.ui.security;

import dev.lintel.domain.user.Tries;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes guessing slow: from one address, for one login from one address, and a little for one login from everywhere, so that
 * strangers can make its owner wait for seconds but never lock them out.
 */
@Component
class LoginLimit {
    private static final String TRIED = LoginLimit.class.getName();
    private static final int LONGEST_LOGIN = 254;
    private static final Set<String> WAYS_IN = Set.of("/login", CodeLogin.PATH, "/login/webauthn");

    private final Tries perAddress;
    private final Tries perLoginAndAddress;
    private final Tries perLogin;

    LoginLimit(InstantSource clock) {
        perAddress = new Tries(clock, 30, Duration.ofSeconds(1), Duration.ofMinutes(5));
        perLoginAndAddress = new Tries(clock, 5, Duration.ofSeconds(2), Duration.ofMinutes(15));
        perLogin = new Tries(clock, 10, Duration.ofSeconds(1), Duration.ofSeconds(30));
    }

    /** What a request has tried. */
    private record Tried(String address, @Nullable String login) {
        String pair() {
            return address + " " + login;
        }
    }

    /** Where somebody is sent who tried too often. */
    static String limited(HttpServletRequest request, TooManyTriesException tooMany) {
        return request.getContextPath() + "/login?limited=" + tooMany.seconds();
    }

    /** Stands before the ways to log in. Not a bean itself, or every request would come through it. */
    OncePerRequestFilter gate() {
        return new Gate();
    }

    /** The try of this request was a good one. The address stays counted for what it tried before. */
    void succeeded(HttpServletRequest request) {
        if (request.getAttribute(TRIED) instanceof Tried tried) {
            perAddress.giveBack(tried.address());
            if (tried.login() != null) {
                perLoginAndAddress.succeeded(tried.pair());
                perLogin.giveBack(tried.login());
            }
        }
    }

    private Duration begin(Tried tried) {
        Duration wait = perAddress.begin(tried.address());
        if (tried.login() == null || wait.isPositive()) {
            return wait;
        }
        wait = perLoginAndAddress.begin(tried.pair());
        return wait.isPositive() ? wait : perLogin.begin(tried.login());
    }

    private static String login(String typed) {
        String login = typed.strip().toLowerCase(Locale.ROOT);
        return login.substring(0, Math.min(login.length(), LONGEST_LOGIN));
    }

    private final class Gate extends OncePerRequestFilter {
        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return !"POST".equals(request.getMethod()) || !WAYS_IN.contains(request.getServletPath());
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            @Nullable
            String typed = request.getServletPath().equals("/login") ? request.getParameter("username") : null;
            Tried tried = new Tried(Network.of(request.getRemoteAddr()), typed == null ? null : login(typed));
            Duration wait = begin(tried);
            if (wait.isPositive()) {
                response.sendRedirect(limited(request, new TooManyTriesException(wait)));
                return;
            }
            request.setAttribute(TRIED, tried);
            chain.doFilter(request, response);
        }
    }
}
