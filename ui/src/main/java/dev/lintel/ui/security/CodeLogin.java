package dev.lintel.ui.security;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import dev.lintel.domain.user.Account;
import dev.lintel.domain.user.Accounts;
import dev.lintel.domain.user.Tries;
import dev.lintel.domain.user.factor.SecondFactors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsChecker;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;

/** The second step of a login: after the password, a code. */
final class CodeLogin extends AbstractAuthenticationProcessingFilter {
    static final String PATH = "/login/code";

    private static final int FREE_TRIES = 5;
    private static final int LONGEST_CODE = 50;

    private final Accounts accounts;
    private final SecondFactors factors;
    private final InstantSource clock;
    private final UserDetailsChecker checks;
    private final Tries tries;

    CodeLogin(Accounts accounts, SecondFactors factors, InstantSource clock, UserDetailsChecker checks) {
        super(pathPattern(HttpMethod.POST, PATH));
        this.accounts = accounts;
        this.factors = factors;
        this.clock = clock;
        this.checks = checks;
        // nobody comes here without the password, so a long wait locks out no owner for what a stranger does
        this.tries = new Tries(clock, FREE_TRIES, Duration.ofSeconds(30), Duration.ofMinutes(30));
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        Account account = PendingLogin.in(request, clock.instant())
                .flatMap(pending -> accounts.byId(pending.account()))
                .orElseThrow(() -> new CredentialsExpiredException("the password has to be shown again"));
        String name = Long.toString(account.id());
        Duration wait = tries.begin(name);
        if (wait.isPositive()) {
            throw new TooManyTriesException(wait);
        }
        @Nullable String code = request.getParameter("code");
        if (code == null || code.length() > LONGEST_CODE || !factors.accepts(account.id(), code)) {
            throw new BadCredentialsException("wrong code");
        }
        tries.succeeded(name);
        UserDetails principal = new AccountPrincipal(account, accounts.actor(account), accounts.isSuspended(account));
        checks.check(principal);
        var token = UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
        token.setDetails(authenticationDetailsSource.buildDetails(request));
        return token;
    }
}
