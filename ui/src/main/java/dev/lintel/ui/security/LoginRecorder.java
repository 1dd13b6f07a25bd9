package dev.lintel.ui.security;

import dev.lintel.domain.user.Accounts;
import dev.lintel.domain.user.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;

/** Every login, whichever way, begins with a new session id and stands in the list of sessions. */
@Component
class LoginRecorder implements SessionAuthenticationStrategy {
    private final SessionAuthenticationStrategy newId = new ChangeSessionIdAuthenticationStrategy();
    private final Accounts accounts;
    private final Sessions sessions;
    private final LiveSessions live;
    private final LoginLimit limit;

    LoginRecorder(Accounts accounts, Sessions sessions, LiveSessions live, LoginLimit limit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.live = live;
        this.limit = limit;
    }

    @Override
    public void onAuthentication(
            Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        newId.onAuthentication(authentication, request, response);
        limit.succeeded(request);
        PendingLogin.forget(request);
        accounts.byLogin(authentication.getName())
                .ifPresent(account -> live.begin(
                        request.getSession(),
                        sessions.begin(
                                account,
                                Browser.of(request.getHeader("User-Agent")),
                                request.getRemoteAddr(),
                                way(request.getServletPath()))));
    }

    private static String way(String path) {
        return switch (path) {
            case "/login" -> "password";
            case CodeLogin.PATH -> "password and code";
            case "/login/webauthn" -> "passkey";
            default -> "invitation";
        };
    }
}
