package dev.lintel.domain.user;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** API tokens of an account: made, listed, revoked, and recognised. Nobody gives a token more than they hold. */
@Service
public class ApiTokens {
    public ApiToken.Issued issue(Actor actor, String name, Set<Permission> permissions, @Nullable Instant expires) {
        throw new UnsupportedOperationException();
    }

    /** The actor's own tokens, newest first. */
    public List<ApiToken> list(Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** @return false when the actor has no such token */
    public boolean revoke(Actor actor, long id) {
        throw new UnsupportedOperationException();
    }

    /** On whose behalf the bearer of this secret acts; empty when it is unknown, revoked or expired. */
    public Optional<Actor> authenticate(String secret) {
        throw new UnsupportedOperationException();
    }
}
