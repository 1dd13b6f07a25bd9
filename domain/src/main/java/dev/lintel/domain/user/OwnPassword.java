package dev.lintel.domain.user;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.user.PasswordRefusedException.Reason;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** Asks somebody who is logged in for their password again, before what a stranger at an open screen must not do. */
@Service
public class OwnPassword {
    private static final int FREE_TRIES = 5;

    private final StoredAccounts stored;
    private final PasswordEncoder passwords;
    private final Tries tries;

    OwnPassword(StoredAccounts stored, PasswordEncoder passwords, InstantSource clock) {
        this.stored = stored;
        this.passwords = passwords;
        this.tries = new Tries(clock, FREE_TRIES, Duration.ofSeconds(10), Duration.ofMinutes(15));
    }

    /**
     * Returns when the password is the actor's own.
     *
     * @throws PasswordRefusedException when it is wrong, or was wrong too often
     */
    @Unguarded("it asks for more than a permission")
    public void require(Actor actor, String password) {
        long account = Accounts.own(actor);
        String name = Long.toString(account);
        if (tries.begin(name).isPositive()) {
            throw new PasswordRefusedException(Reason.TOO_MANY_TRIES);
        }
        boolean right = stored.findById(account)
                .filter(found -> passwords.matches(password, found.passwordHash()))
                .isPresent();
        if (!right) {
            throw new PasswordRefusedException(Reason.CURRENT_IS_WRONG);
        }
        tries.succeeded(name);
    }
}
