package dev.lintel.domain.restriction;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.PersonDraft;
import dev.lintel.domain.user.people.Users;
import java.util.Collection;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Users who get their access restrictions at once. */
@Service
public class NewUsers {
    private final Users users;
    private final Restrictions restrictions;

    NewUsers(Users users, Restrictions restrictions) {
        this.users = users;
        this.restrictions = restrictions;
    }

    /** Whether the actor may give restrictions to users whom they add, so that views need not offer it in vain. */
    public boolean mayGrant(Actor actor, long project) {
        return actor.reach(Permission.ACCESS_RESTRICTION_VIEW).touches(project)
                && actor.reach(Permission.USER_EDIT).touches(project);
    }

    /**
     * Adds a user with restrictions of their own, or nothing at all.
     *
     * @param granted ids of restrictions
     * @throws dev.lintel.domain.user.people.UserRefusedException with everything that is wrong with the user
     * @throws RestrictionRefusedException when the user would be out of the actor's reach for it
     * @throws NoSuchRestrictionException when the actor sees none of such an id
     */
    @Transactional
    public Person create(Actor actor, long project, PersonDraft draft, Collection<String> granted) {
        Person made = users.create(actor, project, draft);
        granted.forEach(id -> restrictions.grant(actor, project, id, new GrantTarget.ToUser(made.id())));
        return made;
    }
}
