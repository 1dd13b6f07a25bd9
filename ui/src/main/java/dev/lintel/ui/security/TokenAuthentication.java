package dev.lintel.ui.security;

import dev.lintel.domain.permission.Actor;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A program that showed a valid API token. */
final class TokenAuthentication extends AbstractAuthenticationToken implements ActingPrincipal {
    private static final long serialVersionUID = 1L;

    private final transient Actor actor;

    TokenAuthentication(Actor actor) {
        super(List.of());
        this.actor = actor;
        setAuthenticated(true);
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public Object getPrincipal() {
        return this;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return actor.name();
    }
}
