package dev.lintel.domain.user;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Secrets;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.user.PasswordRefusedException.Reason;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts that log in to the web application. */
@Service
public class Accounts {
    private static final String FIRST_LOGIN = "admin";

    /** 91 bits, and good for one login only. */
    private static final int ONE_TIME_CHARACTERS = 16;

    private final StoredAccounts stored;
    private final Actors actors;
    private final PasswordEncoder passwords;

    Accounts(StoredAccounts stored, Actors actors, PasswordEncoder passwords) {
        this.stored = stored;
        this.actors = actors;
        this.passwords = passwords;
    }

    /** Makes the one administrator of a new server. Empty when there is an account already; else the one-time password. */
    @Transactional
    @Unguarded("it is done before there is anybody to ask")
    public Optional<String> createFirstAdministrator() {
        String password = Secrets.readable(ONE_TIME_CHARACTERS);
        int added = stored.addFirst(FIRST_LOGIN, hash(password), Locale.ENGLISH.toLanguageTag());
        return added == 1 ? Optional.of(password) : Optional.empty();
    }

    @Unguarded("it is how a person proves who they are")
    public Optional<Account> byLogin(String login) {
        return stored.findByLogin(login).map(StoredAccount::account);
    }

    /** What the account may do at this moment, by the profile of its person. */
    @Unguarded("it tells the server whom it serves")
    public Actor actor(Account account) {
        return actors.of(account);
    }

    /** @throws PasswordRefusedException when the current password is wrong or the new one too weak */
    @Transactional
    @Unguarded("everybody changes their own, and proves it with the current one")
    public void changePassword(String login, String current, String chosen) {
        StoredAccount account = stored.findByLogin(login)
                .filter(found -> passwords.matches(current, found.passwordHash()))
                .orElseThrow(() -> new PasswordRefusedException(Reason.CURRENT_IS_WRONG));
        PasswordRules.check(login, chosen);
        if (chosen.equals(current)) {
            throw new PasswordRefusedException(Reason.SAME_AS_CURRENT);
        }
        account.choosePassword(hash(chosen));
    }

    @Transactional
    @Unguarded("everybody chooses their own language")
    public void changeLocale(String login, Locale locale) {
        stored.findByLogin(login).ifPresent(account -> account.speak(locale));
    }

    @SuppressWarnings("NullAway") // an encoder gives null for a null password only
    private String hash(String password) {
        return passwords.encode(password);
    }
}
