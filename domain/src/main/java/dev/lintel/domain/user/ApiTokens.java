package dev.lintel.domain.user;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Membership;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.permission.Secrets;
import dev.lintel.domain.permission.Unguarded;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** API tokens of an account: made, revoked, and recognised. Nobody gives a token more than they hold. */
@Service
public class ApiTokens {
    /** By which programs that look for leaked secrets know ours. */
    private static final String PREFIX = "lintel_";

    private final StoredTokens tokens;
    private final StoredAccounts accounts;
    private final Accounts actors;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    ApiTokens(
            StoredTokens tokens,
            StoredAccounts accounts,
            Accounts actors,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.actors = actors;
        this.events = events;
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
        events.publishEvent(changed(actor, token.token(), Map.of(), facts(token.token())));
        return new ApiToken.Issued(token.token(), secret);
    }

    /** @return false when the actor has no such token */
    @Transactional
    public boolean revoke(Actor actor, long id) {
        Optional<ApiToken> revoked = accounts.findByLogin(actor.name())
                .flatMap(account -> tokens.findByIdAndAccount(id, account))
                .map(StoredToken::token);
        revoked.ifPresent(token -> {
            tokens.deleteById(id);
            events.publishEvent(changed(actor, token, facts(token), Map.of()));
        });
        return revoked.isPresent();
    }

    private static RecordChanged changed(
            Actor actor, ApiToken token, Map<String, String> before, Map<String, String> after) {
        Membership membership = actor.membership();
        return new RecordChanged(
                actor,
                membership == null ? null : membership.project(),
                "api-token",
                Long.toString(token.id()),
                token.name(),
                before,
                after);
    }

    private static Map<String, String> facts(ApiToken token) {
        String permissions =
                token.permissions().stream().map(Permission::code).sorted().collect(joining(", "));
        Instant expires = token.expires();
        return expires == null
                ? Map.of("name", token.name(), "permissions", permissions)
                : Map.of("name", token.name(), "permissions", permissions, "expires", expires.toString());
    }

    /** On whose behalf the bearer of this secret acts; empty when it is unknown, revoked or expired. */
    @Transactional
    @Unguarded("it is how a program proves itself")
    public Optional<Actor> authenticate(String secret) {
        Instant now = clock.instant();
        return tokens.findBySecretHash(Secrets.hash(secret))
                .filter(token -> token.isValid(now))
                .map(token -> {
                    if (token.isUseToBeNoted(now)) {
                        tokens.noteUse(token.id(), now);
                    }
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
