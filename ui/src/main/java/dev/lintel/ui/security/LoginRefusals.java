package dev.lintel.ui.security;

import dev.lintel.domain.user.Account;
import dev.lintel.domain.user.Accounts;
import dev.lintel.domain.user.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Where a login goes that did not come through: on to the second step, or back. */
@Component
class LoginRefusals implements AuthenticationFailureHandler {
    private final Accounts accounts;
    private final Sessions sessions;
    private final LoginLimit limit;
    private final InstantSource clock;

    LoginRefusals(Accounts accounts, Sessions sessions, LoginLimit limit, InstantSource clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.sendRedirect(
                switch (failure) {
                    case SecondFactorNeededException needed -> secondStep(request, needed);
                    case TooManyTriesException tooMany -> LoginLimit.limited(request, tooMany);
                    case CredentialsExpiredException expired -> request.getContextPath() + "/login?expired";
                    default -> refused(request);
                });
    }

    private String secondStep(HttpServletRequest request, SecondFactorNeededException needed) {
        limit.succeeded(request);
        PendingLogin.note(request, needed.account(), clock.instant());
        return request.getContextPath() + CodeLogin.PATH;
    }

    private String refused(HttpServletRequest request) {
        boolean code = request.getServletPath().equals(CodeLogin.PATH);
        String typed = Objects.requireNonNullElse(request.getParameter("username"), "");
        Optional<Account> account = code
                ? PendingLogin.in(request, clock.instant()).flatMap(pending -> accounts.byId(pending.account()))
                : accounts.byLoginOrEmail(typed.strip());
        sessions.refused(account.orElse(null), request.getRemoteAddr(), code ? "code" : "password");
        return request.getContextPath() + (code ? CodeLogin.PATH : "/login") + "?error";
    }
}
