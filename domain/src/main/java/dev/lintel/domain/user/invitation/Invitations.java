package dev.lintel.domain.user.invitation;

import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.user.EmailAddresses;
import dev.lintel.domain.user.people.Invitees;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.UserRefusedException;
import dev.lintel.domain.user.people.UserRefusedException.Field;
import dev.lintel.domain.user.people.UserRefusedException.Reason;
import dev.lintel.domain.wire.FieldProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invites people to the product by mail. Each new invitation ends the one before. */
@Service
public class Invitations {
    private final Invitees invitees;
    private final InvitationStore store;
    private final InvitationMail mail;
    private final EmailAddresses addresses;
    private final ProjectStore projects;
    private final ApplicationEventPublisher events;

    Invitations(
            Invitees invitees,
            InvitationStore store,
            InvitationMail mail,
            EmailAddresses addresses,
            ProjectStore projects,
            ApplicationEventPublisher events) {
        this.invitees = invitees;
        this.store = store;
        this.mail = mail;
        this.addresses = addresses;
        this.projects = projects;
        this.events = events;
    }

    /**
     * What became of inviting several.
     *
     * @param invited how many were
     * @param left who were not, and why
     */
    public record Outcome(int invited, List<Left> left) {
        public Outcome {
            left = List.copyOf(left);
        }
    }

    /** Somebody who was not invited. */
    public record Left(String name, FieldProblem why) {}

    /** Whether the server is set to invite people at all. */
    @Unguarded("whoever sees people may know whether they can be invited")
    public boolean areAllowed() {
        return mail.isAllowed();
    }

    /**
     * Invites somebody, or invites them again.
     *
     * @throws UserRefusedException when they have no e-mail address or one that somebody else logs in with, have an account,
     *     or are suspended
     * @throws dev.lintel.domain.user.people.NoSuchUserException when the actor reaches nobody of that id
     */
    @Transactional
    public Invitation send(Actor actor, long project, String person) {
        projects.lock(project);
        return send(actor, invitees.require(actor, project, List.of(person)).getFirst());
    }

    /** Invites those of them who can be invited, and says why the others cannot. */
    @Transactional
    public Outcome sendAll(Actor actor, long project, Collection<String> people) {
        projects.lock(project);
        List<Left> left = new ArrayList<>();
        int invited = 0;
        for (Person person : invitees.require(actor, project, people)) {
            try {
                send(actor, person);
                invited++;
            } catch (UserRefusedException refused) {
                refused.problems()
                        .forEach(problem -> left.add(new Left(person.user().name(), problem)));
            }
        }
        return new Outcome(invited, left);
    }

    /** The invitation of a person whom the actor may see; empty when there is none that waits. */
    @Transactional(readOnly = true)
    public Optional<Invitation> of(Actor actor, long project, String person) {
        return invitees.canBeSeen(actor, project, person) ? store.of(project, person) : Optional.empty();
    }

    private Invitation send(Actor actor, Person person) {
        Invitees.requireInvitable(person);
        String email = Objects.requireNonNull(person.user().email());
        if (addresses.logsIn(email)) {
            throw new UserRefusedException(Field.EMAIL, Reason.TAKEN, email);
        }
        Invitation sent = mail.send(person);
        events.publishEvent(new RecordChanged(
                actor,
                person.project(),
                "invitation",
                person.id(),
                person.user().name(),
                Map.of(),
                Map.of("e-mail", sent.email())));
        return sent;
    }
}
