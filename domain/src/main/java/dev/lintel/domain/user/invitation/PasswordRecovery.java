package dev.lintel.domain.user.invitation;

import dev.lintel.domain.permission.ActivityNoted;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Deed;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.user.Account;
import dev.lintel.domain.user.AccountPasswords;
import dev.lintel.domain.user.Accounts;
import dev.lintel.domain.user.invitation.AccountLinks.Purpose;
import dev.lintel.domain.user.session.Sessions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets people who forgot their password choose a new one, by a link in a mail to the address that the server knows. */
@Service
public class PasswordRecovery {
    static final Duration GOOD_FOR = Duration.ofHours(1);

    private static final String FORGOTTEN =
            "whoever forgot the password cannot be asked for it; the mail address is asked";

    private final AccountLinks links;
    private final RecoveryMail mail;
    private final Accounts accounts;
    private final AccountPasswords passwords;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;

    PasswordRecovery(
            AccountLinks links,
            RecoveryMail mail,
            Accounts accounts,
            AccountPasswords passwords,
            Sessions sessions,
            ApplicationEventPublisher events) {
        this.links = links;
        this.mail = mail;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.events = events;
    }

    /** Whether whoever forgot the password can help themselves here: it is allowed, and a mail with a link can be sent. */
    @Unguarded(FORGOTTEN)
    public boolean isOffered() {
        return links.mayRecover() && mail.goesOut();
    }

    /**
     * Sends a link to the address, if there is somebody with it who may log in. Whether there is, nobody is told.
     *
     * @param address network address of whoever asks
     * @throws TooManyProofsException when too many were asked for
     */
    @Transactional
    @Unguarded(FORGOTTEN)
    public void ask(String email, String address) {
        links.beginMail(email, address);
        if (links.mayRecover() && mail.canLink()) {
            links.owner(email.strip()).ifPresent(owner -> mail.send(owner, Purpose.PASSWORD, GOOD_FOR));
        }
    }

    /**
     * Whether the link is good. Uses nothing up.
     *
     * @throws TooManyProofsException when too many were wrong
     */
    @Transactional
    @Unguarded(FORGOTTEN)
    public boolean isGood(String secret, String address) {
        return proven(secret, address).isPresent();
    }

    /**
     * Takes the new password, ends the link, and logs the account out everywhere.
     *
     * @return false when the link is not good, or no longer
     * @throws dev.lintel.domain.user.PasswordRefusedException when the password is too weak; the link stays good
     * @throws TooManyProofsException when too many were wrong
     */
    @Transactional
    @Unguarded(FORGOTTEN)
    public boolean choose(String secret, String password, String address) {
        Optional<Account> found = proven(secret, address);
        found.ifPresent(account -> {
            passwords.replace(account, password);
            // whatever else was sent: somebody who knew the old password may have asked for another address
            links.deleteAll(account.id());
            Actor owner = new Actor(account.login(), account.id(), Set.of(), null, address);
            sessions.endAll(owner, account.id());
            events.publishEvent(new ActivityNoted(
                    owner,
                    account.project(),
                    Deed.PASSWORD_CHANGED,
                    "account",
                    Long.toString(account.id()),
                    account.login(),
                    Map.of("way", "mail")));
        });
        return found.isPresent();
    }

    /** What an administrator sent is good whatever people may do alone. */
    private Optional<Account> proven(String secret, String address) {
        Set<Purpose> good = links.mayRecover() ? EnumSet.of(Purpose.PASSWORD, Purpose.HELP) : EnumSet.of(Purpose.HELP);
        return links.proven(good, secret, address)
                .filter(link -> links.owner(link.account())
                        .filter(owner -> !owner.suspended())
                        .isPresent())
                .flatMap(link -> accounts.byId(link.account()));
    }
}
