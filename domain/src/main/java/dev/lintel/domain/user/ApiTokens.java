package dev.lintel.domain.user;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Secrets;
import dev.lintel.domain.permission.Unguarded;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** API tokens of an account: made, listed, revoked, and recognised. Nobody gives a token more than they hold. */
@Service
public class ApiTokens {
    /** By which programs that look for leaked secrets know ours. */
    private static final String PREFIX = "lintel_";

    private final StoredTokens tokens;
    private final StoredAccounts accounts;
    private final Accounts actors;
    private final InstantSource clock;

    ApiTokens(StoredTokens tokens, StoredAccounts accounts, Accounts actors, InstantSource clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * Makes a token for the actor's account.
     *
     * @throws dev.lintel.domain.permission.PermissionDeniedException for a permission that the actor does not hold
     * @throws IllegalArgumentException when the actor has no account: a token, or the server itself
     */
    @Transactional
    public ApiToken.Issued issue(Actor actor, String name, Set<Permission> permissions, @Nullable Instant expires) {
        permissions.forEach(actor::require);
        StoredAccount account = accounts.findByLogin(actor.name())
                .orElseThrow(() -> new IllegalArgumentException("tokens are made by accounts only"));
        String secret = PREFIX + Secrets.token();
        StoredToken token = tokens.save(
                new StoredToken(account, name, Secrets.hash(secret), permissions, clock.instant(), expires));
        return new ApiToken.Issued(token.token(), secret);
    }

    /** The actor's own tokens, newest first. */
    @Transactional(readOnly = true)
    public List<ApiToken> list(Actor actor) {
        return accounts.findByLogin(actor.name())
                .map(account -> tokens.findByAccountOrderByIdDesc(account).stream()
                        .map(StoredToken::token)
                        .toList())
                .orElse(List.of());
    }

    /** @return false when the actor has no such token */
    @Transactional
    public boolean revoke(Actor actor, long id) {
        return accounts.findByLogin(actor.name())
                .filter(account -> tokens.deleteByIdAndAccount(id, account) > 0)
                .isPresent();
    }

    /** On whose behalf the bearer of this secret acts; empty when it is unknown, revoked or expired. */
    @Transactional
    @Unguarded("it is how a program proves itself")
    public Optional<Actor> authenticate(String secret) {
        Instant now = clock.instant();
        return tokens.findBySecretHash(Secrets.hash(secret))
                .filter(token -> token.isValid(now))
                .map(token -> {
                    token.used(now);
                    return actor(token);
                });
    }

    /** Never more than the account itself may do by now. No login has a "/", so no token passes for an account. */
    private Actor actor(StoredToken token) {
        Actor owner = actors.actor(token.account());
        Set<Permission> both = token.permissions().stream().filter(owner::may).collect(toUnmodifiableSet());
        return new Actor(owner.name() + "/" + token.name(), owner.account(), both, owner.membership(), null);
    }
}
