package dev.lintel.ui.security;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.user.Account;
import dev.lintel.domain.user.Accounts;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** The actor of whoever is logged in. Somebody who has yet to choose a password may do nothing at all. */
@Component
class LoggedInActor implements CurrentActor {
    private final Accounts accounts;

    LoggedInActor(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Actor get() {
        @Nullable
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof ActingPrincipal principal)) {
            throw new IllegalStateException("nobody is logged in");
        }
        Actor actor = from(address(authentication), current(principal));
        return mustChoosePassword(principal) ? actor.withPermissions(Set.of()) : actor;
    }

    /** What may be done can have changed since the login; who has no account any more may do nothing. */
    private Actor current(ActingPrincipal principal) {
        Actor then = principal.actor();
        return principal instanceof AccountPrincipal account
                ? accounts.byId(account.id()).map(accounts::actor).orElseGet(() -> then.withPermissions(Set.of()))
                : then;
    }

    private static Actor from(@Nullable String address, Actor actor) {
        return actor.from() == null
                ? new Actor(actor.name(), actor.account(), actor.permissions(), actor.membership(), address)
                : actor;
    }

    private static @Nullable String address(Authentication authentication) {
        return authentication.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : null;
    }

    private boolean mustChoosePassword(ActingPrincipal principal) {
        // the session does not learn that the password has been changed since; the account knows
        return principal instanceof AccountPrincipal account
                && account.cameWithOneTimePassword()
                && accounts.byId(account.id())
                        .filter(Account::mustChangePassword)
                        .isPresent();
    }
}
