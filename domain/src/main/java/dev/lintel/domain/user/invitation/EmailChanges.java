package dev.lintel.domain.user.invitation;

import dev.lintel.domain.mail.MailAddress;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.user.Accounts;
import dev.lintel.domain.user.EmailAddresses;
import dev.lintel.domain.user.OwnPassword;
import dev.lintel.domain.user.invitation.AccountLinks.Owner;
import dev.lintel.domain.user.invitation.AccountLinks.Purpose;
import dev.lintel.domain.user.people.EmailChangeWanted;
import dev.lintel.domain.user.people.NoSuchUserException;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.UserRefusedException;
import dev.lintel.domain.user.people.UserRefusedException.Field;
import dev.lintel.domain.user.people.UserRefusedException.Reason;
import dev.lintel.domain.user.people.Users;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * New e-mail addresses of whoever has an account: asked for by people themselves or by those who may edit them, and in force
 * once they are {@linkplain EmailConfirmation confirmed}. Every new wish ends the one before.
 */
@Service
public class EmailChanges {
    private static final String OWN = "everybody has an address of their own";

    private final AccountLinks links;
    private final EmailChangeMail mail;
    private final EmailAddresses addresses;
    private final OwnPassword password;
    private final Users users;
    private final ApplicationEventPublisher events;

    EmailChanges(
            AccountLinks links,
            EmailChangeMail mail,
            EmailAddresses addresses,
            OwnPassword password,
            Users users,
            ApplicationEventPublisher events) {
        this.links = links;
        this.mail = mail;
        this.addresses = addresses;
        this.password = password;
        this.users = users;
        this.events = events;
    }

    /** The actor's own that waits. */
    @Transactional(readOnly = true)
    @Unguarded(OWN)
    public Optional<EmailChange> waiting(Actor actor) {
        return links.waiting(Accounts.own(actor));
    }

    /**
     * Asks at the new address whether it is the actor's. Whoever reads its mail gets into the account one day, so it costs
     * the password.
     *
     * @throws dev.lintel.domain.user.PasswordRefusedException when the password is not the actor's
     * @throws UserRefusedException when the address is empty, malformed or somebody's, or no mail can be sent
     */
    @Transactional
    @Unguarded(OWN)
    public EmailChange ask(Actor actor, String email, String ownPassword) {
        password.require(actor, ownPassword);
        return ask(actor, Accounts.own(actor), email.strip());
    }

    /** Writes to the new address of the actor again; empty when none waits. */
    @Transactional
    @Unguarded(OWN)
    public Optional<EmailChange> sendAgain(Actor actor) {
        return sendAgain(Accounts.own(actor));
    }

    /** Lets the actor's address be what it is. False when none waited. */
    @Transactional
    @Unguarded(OWN)
    public boolean cancel(Actor actor) {
        return cancel(actor, Accounts.own(actor));
    }

    /**
     * What waits for a user.
     *
     * @throws NoSuchUserException when the actor sees nobody of that id
     */
    @Transactional(readOnly = true)
    public Optional<EmailChange> waiting(Actor actor, long project, String person) {
        Long account = users.get(actor, project, person)
                .orElseThrow(() -> new NoSuchUserException(person))
                .account();
        return account == null ? Optional.empty() : links.waiting(account);
    }

    /**
     * Writes to the new address of a user again; empty when none waits.
     *
     * @throws NoSuchUserException when the actor may edit nobody of that id
     */
    @Transactional
    public Optional<EmailChange> sendAgain(Actor actor, long project, String person) {
        return account(actor, project, person).flatMap(this::sendAgain);
    }

    /**
     * Lets a user's address be what it is. False when none waited.
     *
     * @throws NoSuchUserException when the actor may edit nobody of that id
     */
    @Transactional
    public boolean cancel(Actor actor, long project, String person) {
        return account(actor, project, person)
                .map(account -> cancel(actor, account))
                .orElse(false);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void wanted(EmailChangeWanted wish) {
        Long account = wish.person().account();
        if (account != null) {
            ask(wish.by(), account, wish.email());
        }
    }

    private EmailChange ask(Actor by, long account, String email) {
        Owner owner = links.owner(account).orElseThrow();
        if (email.isEmpty()) {
            throw new UserRefusedException(Field.EMAIL, Reason.MISSING, "");
        }
        if (!MailAddress.isValid(email) || email.indexOf('/') >= 0) {
            throw new UserRefusedException(Field.EMAIL, Reason.MALFORMED, email);
        }
        if (addresses.isTaken(email, account)) {
            throw new UserRefusedException(Field.EMAIL, Reason.TAKEN, email);
        }
        EmailChange asked = mail.ask(owner, email);
        mail.warn(owner, email);
        events.publishEvent(changed(by, owner, "", email));
        return asked;
    }

    private Optional<EmailChange> sendAgain(long account) {
        return links.waiting(account)
                .map(change -> mail.ask(links.owner(account).orElseThrow(), change.email()));
    }

    private boolean cancel(Actor by, long account) {
        Optional<EmailChange> waiting = links.waiting(account);
        waiting.ifPresent(change -> {
            links.delete(account, Purpose.EMAIL);
            Owner owner = links.owner(account).orElseThrow();
            events.publishEvent(changed(by, owner, change.email(), ""));
        });
        return waiting.isPresent();
    }

    private Optional<Long> account(Actor actor, long project, String id) {
        Person person = users.get(actor, project, id)
                .filter(found -> users.mayEdit(actor, found))
                .orElseThrow(() -> new NoSuchUserException(id));
        return Optional.ofNullable(person.account());
    }

    /** The account itself is an old one: only the address that it waits for comes and goes. */
    private static RecordChanged changed(Actor by, Owner owner, String before, String after) {
        return new RecordChanged(
                by,
                owner.project(),
                "account",
                Long.toString(owner.account()),
                owner.name(),
                Map.of("new-e-mail", before),
                Map.of("new-e-mail", after));
    }
}
