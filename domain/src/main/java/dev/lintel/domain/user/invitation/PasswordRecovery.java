package dev.lintel.domain.user.invitation;

import dev.lintel.domain.mail.MailType;
import dev.lintel.domain.mail.Mails;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.user.Account;
import dev.lintel.domain.user.AccountPasswords;
import dev.lintel.domain.user.Accounts;
import dev.lintel.domain.user.session.Sessions;
import java.net.URI;
import java.time.Duration;
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
    private final Accounts accounts;
    private final AccountPasswords passwords;
    private final Mails mails;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;

    PasswordRecovery(
            AccountLinks links,
            Accounts accounts,
            AccountPasswords passwords,
            Mails mails,
            Sessions sessions,
            ApplicationEventPublisher events) {
        this.links = links;
        this.accounts = accounts;
        this.passwords = passwords;
        this.mails = mails;
        this.sessions = sessions;
        this.events = events;
    }

    /** Whether whoever forgot the password can be helped here: it is allowed, and a mail with a link can be sent. */
    @Unguarded(FORGOTTEN)
    public boolean isOffered() {
        return links.mayRecover() && links.server() != null && mails.goOut();
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
        URI server = links.server();
        if (server != null && links.mayRecover()) {
            links.owner(email.strip()).ifPresent(owner -> send(server, owner));
        }
    }

    private void send(URI server, AccountLinks.Owner owner) {
        String secret = links.make(owner.account(), AccountLinks.Purpose.PASSWORD, owner.email(), GOOD_FOR);
        mails.queue(
                MailType.PASSWORD_RECOVERY,
                owner.project(),
                owner.language(),
                owner.email(),
                Map.of(
                        "name", owner.name(),
                        "link", server + "/recover/" + secret,
                        "expires", links.wallClock(owner.project(), GOOD_FOR)));
    }

    /**
     * Whether the link is good. Uses nothing up.
     *
     * @throws TooManyProofsException when too many were wrong
     */
    @Transactional
    @Unguarded(FORGOTTEN)
    public boolean isGood(String secret, String address) {
        return links.mayRecover()
                && links.proven(AccountLinks.Purpose.PASSWORD, secret, address).isPresent();
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
        if (!links.mayRecover()) {
            return false;
        }
        Optional<Account> found = links.proven(AccountLinks.Purpose.PASSWORD, secret, address)
                .flatMap(link -> accounts.byId(link.account()));
        found.ifPresent(account -> {
            passwords.replace(account, password);
            links.delete(account.id(), AccountLinks.Purpose.PASSWORD);
            // somebody who knew the old password may have asked for another address
            links.delete(account.id(), AccountLinks.Purpose.EMAIL);
            Actor owner = new Actor(account.login(), account.id(), Set.of(), null, address);
            sessions.endAll(owner, account.id());
            events.publishEvent(new RecordChanged(
                    owner,
                    account.project(),
                    "account",
                    Long.toString(account.id()),
                    account.login(),
                    Map.of(),
                    Map.of("password", "chosen anew by mail")));
        });
        return found.isPresent();
    }
}
