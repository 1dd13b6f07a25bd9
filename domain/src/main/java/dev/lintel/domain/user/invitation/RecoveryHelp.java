package dev.lintel.domain.user.invitation;

import dev.lintel.domain.permission.ActivityNoted;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Deed;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.user.invitation.AccountLinks.Owner;
import dev.lintel.domain.user.invitation.AccountLinks.Purpose;
import dev.lintel.domain.user.people.NoSuchUserException;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.UserRefusedException;
import dev.lintel.domain.user.people.UserRefusedException.Field;
import dev.lintel.domain.user.people.UserRefusedException.Reason;
import dev.lintel.domain.user.people.Users;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets administrators help whoever forgot the password, also on a server that is set to let nobody do so alone. They send a
 * link to the address that the server knows, and learn neither the link nor the password.
 */
@Service
public class RecoveryHelp {
    /** Longer than for whoever asks themselves and waits for the mail. */
    static final Duration GOOD_FOR = Duration.ofDays(1);

    private final Users users;
    private final AccountLinks links;
    private final RecoveryMail mail;
    private final ApplicationEventPublisher events;

    RecoveryHelp(Users users, AccountLinks links, RecoveryMail mail, ApplicationEventPublisher events) {
        this.users = users;
        this.links = links;
        this.mail = mail;
        this.events = events;
    }

    /**
     * Sends a user a link for a new password. The old one stays good until another is chosen.
     *
     * @return the address that the link goes to
     * @throws NoSuchUserException when the actor may edit nobody of that id
     * @throws UserRefusedException when they have no account or are suspended, when nothing can be sent to them, or when too
     *     much was
     */
    @Transactional
    public String send(Actor actor, long project, String person) {
        actor.requireReach(Permission.USER_EDIT);
        Person wanted = users.get(actor, project, person)
                .filter(found -> users.mayEdit(actor, found))
                .orElseThrow(() -> new NoSuchUserException(person));
        Owner owner = owner(wanted);
        try {
            links.beginMail(owner.email());
        } catch (TooManyProofsException tooMany) {
            throw new UserRefusedException(Field.USER, Reason.TOO_OFTEN, "");
        }
        mail.send(owner, Purpose.HELP, GOOD_FOR);
        events.publishEvent(new ActivityNoted(
                actor,
                project,
                Deed.RECOVERY_SENT,
                "account",
                Long.toString(owner.account()),
                owner.name(),
                Map.of("e-mail", owner.email())));
        return owner.email();
    }

    private Owner owner(Person person) {
        Long account = person.account();
        if (account == null) {
            throw new UserRefusedException(Field.USER, Reason.NO_ACCOUNT, "");
        }
        if (person.user().suspended()) {
            throw new UserRefusedException(Field.USER, Reason.IS_SUSPENDED, "");
        }
        if (!mail.canLink()) {
            throw new UserRefusedException(Field.USER, Reason.NO_SERVER_URL, "");
        }
        Owner owner = links.owner(account).orElseThrow();
        if (owner.email().indexOf('@') < 1) {
            throw new UserRefusedException(Field.EMAIL, Reason.MISSING, "");
        }
        return owner;
    }
}
