package dev.lintel.ui.security;

import dev.lintel.domain.user.Accounts;
import dev.lintel.domain.user.factor.SecondFactors;
import dev.lintel.ui.security.passkey.PasskeyLogin;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.HttpMessageConverterAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/**
 * The ways to log in: password; password and code; passkey. Whichever it is, nobody is logged in before it is gone to its
 * end, and then it is recorded. Afterwards people land where they had wanted to go before, or at the start; no parameter of
 * a request can send them elsewhere.
 */
@Component
class LoginSteps extends AbstractHttpConfigurer<LoginSteps, HttpSecurity> {
    private final Accounts accounts;
    private final SecondFactors factors;
    private final PasskeyLogin passkeys;
    private final LoginGuards guards;
    private final InstantSource clock;

    LoginSteps(
            Accounts accounts, SecondFactors factors, PasskeyLogin passkeys, LoginGuards guards, InstantSource clock) {
        this.accounts = accounts;
        this.factors = factors;
        this.passkeys = passkeys;
        this.guards = guards;
        this.clock = clock;
    }

    @Override
    public void configure(HttpSecurity http) {
        CodeLogin code = new CodeLogin(accounts, factors, clock, guards.checks());
        SavedRequestAwareAuthenticationSuccessHandler onwards = new SavedRequestAwareAuthenticationSuccessHandler();
        onwards.setRequestCache(http.getSharedObject(RequestCache.class));
        code.setAuthenticationSuccessHandler(onwards);
        code.setAuthenticationFailureHandler(guards.refusals());

        AbstractAuthenticationProcessingFilter passkey = passkeys.answer(guards.checks());
        HttpMessageConverterAuthenticationSuccessHandler answer =
                new HttpMessageConverterAuthenticationSuccessHandler();
        answer.setRequestCache(http.getSharedObject(RequestCache.class));
        passkey.setAuthenticationSuccessHandler(answer);

        add(http, code);
        add(http, passkey);
        http.addFilterBefore(passkeys.challenge(), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(guards.limit().gate(), CodeLogin.class)
                .addFilterBefore(new EndedSessions(guards.live()), SecurityContextHolderFilter.class);
    }

    private static void add(HttpSecurity http, AbstractAuthenticationProcessingFilter filter) {
        filter.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        filter.setSessionAuthenticationStrategy(
                Objects.requireNonNull(http.getSharedObject(SessionAuthenticationStrategy.class)));
        http.addFilterBefore(filter, UsernamePasswordAuthenticationFilter.class);
    }
}
