package dev.lintel.domain.user.invitation;

import dev.lintel.domain.permission.ActivityNoted;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Deed;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.settings.Settings;
import dev.lintel.domain.user.AccountPasswords;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.Users;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns an invitation into an account. Wrong, expired and used proofs are answered alike, and guessing is slow.
 */
@Service
public class Registration {
    private static final String INVITED = "whoever can prove it was invited by somebody who was asked";

    private final InvitationStore store;
    private final Users users;
    private final AccountPasswords accounts;
    private final ProofTries tries;
    private final Settings settings;
    private final ApplicationEventPublisher events;

    Registration(
            InvitationStore store,
            Users users,
            AccountPasswords accounts,
            ProofTries tries,
            Settings settings,
            ApplicationEventPublisher events) {
        this.store = store;
        this.users = users;
        this.accounts = accounts;
        this.tries = tries;
        this.settings = settings;
        this.events = events;
    }

    /**
     * Who was invited.
     *
     * @param email also the login
     */
    public record Welcome(String name, String email) {}

    /**
     * Whom this invites. Uses nothing up.
     *
     * @param address network address of whoever asks
     * @throws TooManyProofsException when too many were wrong
     */
    @Transactional
    @Unguarded(INVITED)
    public Optional<Welcome> open(Proof proof, String address) {
        tries.begin(proof, address);
        Optional<Person> person = store.proven(proof).flatMap(this::person);
        person.ifPresent(known -> tries.succeeded(proof, address));
        return person.map(Registration::welcome);
    }

    /**
     * Opens the account; the proof is good for nothing afterwards.
     *
     * @param address network address of whoever asks
     * @return whose it is; empty when the proof is no longer good
     * @throws dev.lintel.domain.user.PasswordRefusedException when the password is too weak; the proof stays good
     * @throws TooManyProofsException when too many were wrong
     */
    @Transactional
    @Unguarded(INVITED)
    public Optional<Welcome> register(Proof proof, String password, Locale language, String address) {
        tries.begin(proof, address);
        Optional<Person> person = store.proven(proof).flatMap(this::person);
        person.ifPresent(known -> {
            tries.succeeded(proof, address);
            open(known, password, language, address);
        });
        return person.map(Registration::welcome);
    }

    private void open(Person person, String password, Locale language, String address) {
        String email = welcome(person).email();
        long account = accounts.open(person.project(), person.id(), email, password, language);
        store.delete(person.project(), person.id());
        events.publishEvent(new ActivityNoted(
                new Actor(email, account, Set.of(), null, address),
                person.project(),
                Deed.REGISTERED,
                "user",
                person.id(),
                person.user().name(),
                Map.of("login", email)));
    }

    /** Nobody whose address was changed or who was suspended since, and nobody at all while nobody is to register. */
    private Optional<Person> person(Invitation invitation) {
        if (!settings.inForce().registration()) {
            return Optional.empty();
        }
        return users.invited(invitation.project(), invitation.person())
                .filter(person -> invitation.email().equals(person.user().email()));
    }

    private static Welcome welcome(Person person) {
        return new Welcome(person.user().name(), String.valueOf(person.user().email()));
    }
}
