package dev.lintel.domain.user.people;

import dev.lintel.domain.group.InReach;
import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Secrets;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.user.User;
import dev.lintel.domain.user.people.UserRefusedException.Field;
import dev.lintel.domain.user.people.UserRefusedException.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people of a project: found, added and edited, as far as the actor reaches. Whoever is out of reach does not exist
 * for the actor. Nobody edits people whose profile they may not hand out.
 */
@Service
public class Users {
    private static final int ID_CHARACTERS = 16;

    private final ProjectStore projects;
    private final PersonStore store;
    private final PersonCheck check;
    private final PersonNews news;

    Users(ProjectStore projects, PersonStore store, PersonCheck check, PersonNews news) {
        this.projects = projects;
        this.store = store;
        this.check = check;
        this.news = news;
    }

    /** The user, as far as the actor may see them. */
    @Transactional(readOnly = true)
    public Optional<Person> get(Actor actor, long project, String id) {
        return reached(actor, Permission.USER_VIEW, project, List.of(id)).stream()
                .findFirst();
    }

    /** Whether the actor may edit this person, so that views need not offer it in vain. */
    @Transactional(readOnly = true)
    public boolean mayEdit(Actor actor, Person person) {
        return may(actor, Permission.USER_EDIT, person);
    }

    @Transactional(readOnly = true)
    public boolean mayDelete(Actor actor, Person person) {
        return may(actor, Permission.USER_DELETE, person);
    }

    /**
     * Adds somebody.
     *
     * @throws UserRefusedException with everything that is wrong
     * @throws NoSuchUserException when there is no such project to see
     */
    @Transactional
    public Person create(Actor actor, long project, PersonDraft draft) {
        requireProject(actor, Permission.USER_CREATE, project);
        projects.lock(project);
        check.require(actor, Permission.USER_CREATE, project, null, draft);
        return add(actor, project, draft, null);
    }

    /** Adds somebody who has been judged. */
    Person add(Actor actor, long project, PersonDraft draft, @Nullable String mainUser) {
        String id = Secrets.readable(ID_CHARACTERS);
        news.added(project, List.of(user(id, draft, false)));
        store.noteCreated(project, id, mainUser);
        store.saveRest(project, id, draft);
        Person added = known(project, id);
        news.record(actor, null, added);
        return added;
    }

    /**
     * Changes somebody, and with a main user the groups of the family. Whoever has an account keeps the e-mail address until
     * the new one is confirmed.
     *
     * @param version of the person as the editor saw them
     * @throws UserChangedException when somebody else was quicker
     * @throws UserRefusedException with everything that is wrong
     * @throws NoSuchUserException when the actor reaches nobody of that id
     */
    @Transactional
    public Person edit(Actor actor, long project, String id, long version, PersonDraft draft) {
        requireProject(actor, Permission.USER_EDIT, project);
        projects.lock(project);
        Person before =
                editable(actor, Permission.USER_EDIT, project, List.of(id)).getFirst();
        if (before.version() != version) {
            throw new UserChangedException(before);
        }
        check.require(actor, Permission.USER_EDIT, project, before, draft);
        String old = before.user().email();
        String wanted = draft.email();
        if (before.account() == null || wanted == null || wanted.equals(old)) {
            return store(actor, before, draft);
        }
        news.emailWanted(actor, before, wanted);
        return store(actor, before, draft.withEmail(old));
    }

    private Person store(Actor actor, Person before, PersonDraft draft) {
        long project = before.project();
        User user = user(before.id(), draft, before.user().suspended());
        List<Person> family = store.family(project, List.of(before.id()));
        List<User> changed = new ArrayList<>();
        if (!user.equals(before.user()) || !Objects.equals(draft.marker(), before.marker())) {
            changed.add(user);
        }
        if (!user.groups().equals(before.user().groups())) {
            family.forEach(member ->
                    changed.add(member.following(user.groups(), member.user().suspended())));
        }
        news.changed(project, changed);
        store.saveRest(project, before.id(), draft);
        Person after = known(project, before.id());
        news.record(actor, before, after);
        family.forEach(member -> news.record(actor, member, known(project, member.id())));
        return after;
    }

    /** Somebody who was invited, as long as nothing has happened since that would end it. */
    @Unguarded("whoever holds the invitation has been invited by somebody who was asked")
    @Transactional(readOnly = true)
    public Optional<Person> invited(long project, String id) {
        return store.byId(project, id).filter(person -> !person.user().suspended() && person.account() == null);
    }

    /** People whom the actor reaches with this permission and may touch; all of them, or it throws. */
    List<Person> editable(Actor actor, Permission permission, long project, Collection<String> ids) {
        List<Person> found = reached(actor, permission, project, ids);
        ids.stream()
                .filter(id -> found.stream().noneMatch(person -> person.id().equals(id)))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new NoSuchUserException(unknown);
                });
        for (Person person : found) {
            if (!check.isAvailable(actor, project, person.user().profile())) {
                throw new UserRefusedException(
                        Field.PROFILE, Reason.UNAVAILABLE, person.user().name());
            }
        }
        return found;
    }

    /** Those of them whom the actor reaches. */
    List<Person> reached(Actor actor, Permission permission, long project, Collection<String> ids) {
        SqlCondition within = SqlCondition.of(
                        "p.project_id = ? and p.id = any (?)", project, ids.toArray(String[]::new))
                .and(InReach.person(actor.requireReach(permission), "p.project_id", "p.id"));
        return actor.sees(project) ? store.find(within) : List.of();
    }

    private boolean may(Actor actor, Permission permission, Person person) {
        return actor.reach(permission).touches(person.project())
                && check.isAvailable(actor, person.project(), person.user().profile())
                && !reached(actor, permission, person.project(), List.of(person.id()))
                        .isEmpty();
    }

    private Person known(long project, String id) {
        return store.byId(project, id).orElseThrow();
    }

    private void requireProject(Actor actor, Permission permission, long project) {
        actor.requireReach(permission);
        if (!actor.sees(project) || projects.byId(project).isEmpty()) {
            throw new NoSuchUserException(Long.toString(project));
        }
    }

    private static User user(String id, PersonDraft draft, boolean suspended) {
        return new User(id, draft.name(), draft.email(), draft.profile(), draft.groups(), suspended);
    }
}
