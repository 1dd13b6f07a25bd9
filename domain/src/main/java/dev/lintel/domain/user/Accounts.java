package dev.lintel.domain.user;

import dev.lintel.domain.permission.ActivityNoted;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Deed;
import dev.lintel.domain.permission.Secrets;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.user.PasswordRefusedException.Reason;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
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
    private final OwnPassword password;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;

    Accounts(
            StoredAccounts stored,
            Actors actors,
            OwnPassword password,
            PasswordEncoder passwords,
            ApplicationEventPublisher events) {
        this.stored = stored;
        this.actors = actors;
        this.password = password;
        this.passwords = passwords;
        this.events = events;
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

    /** Whether the account belongs to somebody who is suspended, and who logs in no more until that is over. */
    @Unguarded("it is asked before anybody is logged in")
    public boolean isSuspended(Account account) {
        return actors.isSuspended(account);
    }

    /** Whoever types this where a login is asked for. */
    @Unguarded("it is asked before anybody is logged in")
    public Optional<Account> byLoginOrEmail(String typed) {
        return stored.findByLogin(typed).or(() -> stored.findByEmail(typed)).map(StoredAccount::account);
    }

    @Unguarded("it tells the server whom it serves")
    public Optional<Account> byId(long id) {
        return stored.findById(id).map(StoredAccount::account);
    }

    /**
     * Number of the account that the actor works with.
     *
     * @throws IllegalArgumentException when the actor is the server itself
     */
    @Unguarded("it tells actors of themselves")
    public static long own(Actor actor) {
        Long account = actor.account();
        if (account == null) {
            throw new IllegalArgumentException("the server itself has no account");
        }
        return account;
    }

    /** @throws PasswordRefusedException when the current password is wrong or the new one too weak */
    @Transactional
    @Unguarded("it asks for the current password instead")
    public void changePassword(Actor actor, String current, String chosen) {
        password.require(actor, current);
        PasswordRules.check(actor.name(), chosen);
        if (chosen.equals(current)) {
            throw new PasswordRefusedException(Reason.SAME_AS_CURRENT);
        }
        stored.findById(own(actor)).ifPresent(account -> account.choosePassword(hash(chosen)));
        events.publishEvent(new ActivityNoted(
                actor, null, Deed.PASSWORD_CHANGED, "account", Long.toString(own(actor)), actor.name(), Map.of()));
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
