package dev.lintel.domain.user.people;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Membership;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.user.people.UserRefusedException.Field;
import dev.lintel.domain.user.people.UserRefusedException.Reason;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whom somebody may invite: people whom they may edit, and a main user their own family. */
@Component
public class Invitees {
    private final Users users;
    private final PersonStore store;

    Invitees(Users users, PersonStore store) {
        this.users = users;
        this.store = store;
    }

    /**
     * All of them.
     *
     * @throws NoSuchUserException when one of them is out of reach
     */
    public List<Person> require(Actor actor, long project, Collection<String> ids) {
        List<Person> family = family(actor, project);
        List<Person> own =
                family.stream().filter(member -> ids.contains(member.id())).toList();
        return own.size() == ids.size() ? own : users.editable(actor, Permission.USER_EDIT, project, ids);
    }

    /** Whether the actor may see how far an invitation of this person has come. */
    public boolean canBeSeen(Actor actor, long project, String id) {
        return family(actor, project).stream().anyMatch(member -> member.id().equals(id))
                || users.get(actor, project, id).isPresent();
    }

    /** @throws UserRefusedException when this person cannot be invited */
    public static void requireInvitable(Person person) {
        if (person.user().suspended()) {
            throw new UserRefusedException(Field.USER, Reason.IS_SUSPENDED, "");
        }
        if (person.account() != null) {
            throw new UserRefusedException(Field.USER, Reason.HAS_ACCOUNT, "");
        }
        if (person.user().email() == null) {
            throw new UserRefusedException(Field.EMAIL, Reason.MISSING, "");
        }
    }

    private List<Person> family(Actor actor, long project) {
        Membership home = actor.membership();
        return home != null && home.project() == project ? store.family(project, List.of(home.person())) : List.of();
    }
}
