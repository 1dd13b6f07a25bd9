package dev.lintel.ui.security;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.ApiTokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises the bearer of an API token (RFC 6750). Wrong ones cost their address; right ones have a wide limit. */
final class BearerTokenFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;
    private final LocalToken local;
    private final Allowance wrongPerAddress = new Allowance(30, Duration.ofMinutes(1));
    private final Allowance rightPerToken = new Allowance(30_000, Duration.ofMinutes(1));

    BearerTokenFilter(ApiTokens tokens, LocalToken local) {
        this.tokens = tokens;
        this.local = local;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String secret = secret(request);
        if (secret == null) {
            chain.doFilter(request, response);
            return;
        }
        if (!wrongPerAddress.take(request.getRemoteAddr())) {
            Problem.TOO_MANY_REQUESTS.answer(response);
            return;
        }
        Optional<Actor> actor = local.bearer(secret, request.getRemoteAddr()).or(() -> tokens.authenticate(secret));
        if (actor.isEmpty()) {
            Problem.UNAUTHORIZED.answer(response);
            return;
        }
        wrongPerAddress.giveBack(request.getRemoteAddr());
        if (!rightPerToken.take(actor.get().name())) {
            Problem.TOO_MANY_REQUESTS.answer(response);
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        TokenAuthentication authentication = new TokenAuthentication(actor.get());
        authentication.setDetails(new WebAuthenticationDetails(request));
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private static @Nullable String secret(HttpServletRequest request) {
        @Nullable String header = request.getHeader("Authorization");
        boolean bearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return bearer ? header.substring(SCHEME.length()).strip() : null;
    }
}
