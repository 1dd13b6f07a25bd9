package dev.lintel.domain.user.people;

import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.BuiltInProfile;
import dev.lintel.domain.permission.Membership;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.user.EmailAddresses;
import dev.lintel.domain.user.people.UserRefusedException.Field;
import dev.lintel.domain.user.people.UserRefusedException.Problem;
import dev.lintel.domain.user.people.UserRefusedException.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The family of a main user: up to five people in the same groups with the same access. Administrators keep it as they keep
 * users; main users keep their own, and family members keep none.
 */
@Service
public class Family {
    /** The most family members of one main user. */
    public static final int MOST_MEMBERS = 5;

    private final Users users;
    private final ProjectStore projects;
    private final PersonStore store;
    private final EmailAddresses addresses;
    private final PersonNews news;

    Family(Users users, ProjectStore projects, PersonStore store, EmailAddresses addresses, PersonNews news) {
        this.users = users;
        this.projects = projects;
        this.store = store;
        this.addresses = addresses;
        this.news = news;
    }

    /**
     * The family members, by name.
     *
     * @throws NoSuchUserException when the main user is neither the actor nor within reach
     */
    @Transactional(readOnly = true)
    public List<Person> members(Actor actor, long project, String mainUser) {
        mainUser(actor, Permission.USER_VIEW, project, mainUser);
        return store.family(project, List.of(mainUser));
    }

    /** Whether the actor is a main user, or could become one: somebody of a project who is in nobody's family. */
    @Transactional(readOnly = true)
    public boolean mayHaveOne(Actor actor) {
        Membership home = actor.membership();
        return home != null
                && store.byId(home.project(), home.person())
                        .filter(own -> own.mainUser() == null)
                        .isPresent();
    }

    /**
     * Adds a member with the main user's groups and the profile of residents.
     *
     * @param email null is none; then nobody can invite them
     * @throws UserRefusedException when something is wrong, or the family is full
     */
    @Transactional
    public Person add(Actor actor, long project, String mainUser, String name, @Nullable String email) {
        projects.lock(project);
        Person main = mainUser(actor, Permission.USER_CREATE, project, mainUser);
        if (main.mainUser() != null || store.family(project, List.of(mainUser)).size() >= MOST_MEMBERS) {
            throw new UserRefusedException(Field.USER, Reason.FAMILY_FULL, "");
        }
        PersonDraft draft = PersonDraft.of(
                name, email, BuiltInProfile.USER.code(), main.user().groups());
        List<Problem> problems = new ArrayList<>();
        PersonCheck.texts(draft, problems);
        String address = draft.email();
        if (address != null && problems.isEmpty() && addresses.isTaken(address, project, "")) {
            problems.add(new Problem(Field.EMAIL, Reason.TAKEN, address));
        }
        if (!problems.isEmpty()) {
            throw new UserRefusedException(problems);
        }
        return users.add(actor, project, draft, mainUser);
    }

    /**
     * Deletes a member.
     *
     * @throws NoSuchUserException when the member is not of this family
     */
    @Transactional
    public void remove(Actor actor, long project, String mainUser, String member) {
        projects.lock(project);
        mainUser(actor, Permission.USER_DELETE, project, mainUser);
        Person leaving = store.family(project, List.of(mainUser)).stream()
                .filter(person -> person.id().equals(member))
                .findFirst()
                .orElseThrow(() -> new NoSuchUserException(member));
        news.record(actor, leaving, null);
        news.shutOut(actor, List.of(leaving));
        news.removed(project, List.of(member));
    }

    /** The main user, for the main user, or for whoever reaches them with this permission and may edit them. */
    Person mainUser(Actor actor, Permission permission, long project, String id) {
        Membership home = actor.membership();
        boolean oneself =
                home != null && home.project() == project && home.person().equals(id);
        if (oneself) {
            return store.byId(project, id)
                    .filter(own -> !own.user().suspended())
                    .orElseThrow(() -> new NoSuchUserException(id));
        }
        if (permission != Permission.USER_VIEW) {
            return users.editable(actor, permission, project, List.of(id)).getFirst();
        }
        return users.get(actor, project, id).orElseThrow(() -> new NoSuchUserException(id));
    }
}
