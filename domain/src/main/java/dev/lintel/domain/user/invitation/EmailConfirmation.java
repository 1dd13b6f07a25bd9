package dev.lintel.domain.user.invitation;

import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.user.AccountPasswords;
import dev.lintel.domain.user.EmailAddresses;
import dev.lintel.domain.user.invitation.AccountLinks.Owner;
import dev.lintel.domain.user.invitation.AccountLinks.Proven;
import dev.lintel.domain.user.invitation.AccountLinks.Purpose;
import dev.lintel.domain.user.people.OwnPerson;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a new e-mail address in force for whoever shows the link that was sent there. */
@Service
public class EmailConfirmation {
    private static final String SHOWN = "whoever has the link reads the mail of the new address";

    private final AccountLinks links;
    private final EmailAddresses addresses;
    private final AccountPasswords accounts;
    private final OwnPerson people;
    private final ProjectStore projects;
    private final ApplicationEventPublisher events;

    EmailConfirmation(
            AccountLinks links,
            EmailAddresses addresses,
            AccountPasswords accounts,
            OwnPerson people,
            ProjectStore projects,
            ApplicationEventPublisher events) {
        this.links = links;
        this.addresses = addresses;
        this.accounts = accounts;
        this.people = people;
        this.projects = projects;
        this.events = events;
    }

    /** What became of a confirmation. */
    public enum Outcome {
        CONFIRMED,
        /** The link is not good, or no longer. */
        NOT_GOOD,
        /** Somebody else has had the address since. */
        TAKEN
    }

    /**
     * The address that the link confirms; empty when it is not good. Uses nothing up, for programs that look into mails open
     * links, too.
     *
     * @param address network address of whoever asks
     * @throws TooManyProofsException when too many were wrong
     */
    @Transactional
    @Unguarded(SHOWN)
    public Optional<String> open(String secret, String address) {
        return proven(secret, address).map(Proven::email);
    }

    /**
     * Gives the account its new address, which it logs in with from now on. Links to the old one are good for nothing any
     * more; sessions go on.
     *
     * @param address network address of whoever asks
     * @throws TooManyProofsException when too many were wrong
     */
    @Transactional
    @Unguarded(SHOWN)
    public Outcome confirm(String secret, String address) {
        // before the link is held, as everybody does who edits people
        links.projectOf(secret).ifPresent(projects::lock);
        Optional<Proven> proven = proven(secret, address);
        if (proven.isEmpty()) {
            return Outcome.NOT_GOOD;
        }
        Proven link = proven.get();
        if (addresses.isTaken(link.email(), link.account())) {
            return Outcome.TAKEN;
        }
        put(links.owner(link.account()).orElseThrow(), link.email(), address);
        links.deleteAll(link.account());
        return Outcome.CONFIRMED;
    }

    private Optional<Proven> proven(String secret, String address) {
        return links.proven(Set.of(Purpose.EMAIL), secret, address).filter(link -> links.owner(link.account())
                .filter(owner -> !owner.suspended())
                .isPresent());
    }

    private void put(Owner owner, String email, String address) {
        Actor by = new Actor(owner.login(), owner.account(), Set.of(), null, address);
        Long project = owner.project();
        String person = owner.person();
        if (project != null && person != null) {
            people.confirmEmail(by, project, person, email);
            return;
        }
        accounts.readdress(owner.account(), email);
        events.publishEvent(new RecordChanged(
                by,
                null,
                "account",
                Long.toString(owner.account()),
                owner.login(),
                Map.of("e-mail", owner.email()),
                Map.of("e-mail", email)));
    }
}
