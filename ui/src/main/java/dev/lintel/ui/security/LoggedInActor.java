package dev.lintel.ui.security;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.user.Account;
import dev.lintel.domain.user.Accounts;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
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
        Actor actor = principal.actor();
        return mustChoosePassword(principal) ? new Actor(actor.name(), Set.of(), Set.of()) : actor;
    }

    private boolean mustChoosePassword(ActingPrincipal principal) {
        // the session does not learn that the password has been changed since; the account knows
        return principal instanceof AccountPrincipal account
                && account.cameWithOneTimePassword()
                && accounts.byLogin(account.getUsername())
                        .filter(Account::mustChangePassword)
                        .isPresent();
    }
}
