package dev.lintel.domain.user.people;

import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.user.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Suspends people and takes them back. The family goes with its main user, but whoever was suspended before stays so. */
@Service
public class Suspensions {
    private final Users users;
    private final ProjectStore projects;
    private final PersonStore store;
    private final PersonNews news;

    Suspensions(Users users, ProjectStore projects, PersonStore store, PersonNews news) {
        this.users = users;
        this.projects = projects;
        this.store = store;
        this.news = news;
    }

    /**
     * Suspends all of them: doors stay shut for them at once, and they are logged out.
     *
     * @return how many that were not suspended before, with their families
     * @throws NoSuchUserException when one of them is out of reach
     * @throws UserRefusedException when one of them is the actor, or the last administrator of the server
     */
    @Transactional
    public int suspend(Actor actor, long project, Collection<String> ids) {
        actor.requireReach(Permission.USER_EDIT);
        projects.lock(project);
        List<Person> chosen = users.editable(actor, Permission.USER_EDIT, project, ids);
        List<Person> family = familyOf(project, chosen);
        List<Person> all = awake(chosen, family);
        PersonCheck.requireOthers(actor, all);
        change(actor, project, all, true);
        news.shutOut(actor, all);
        store.noteSuspendedWithMain(
                project, family.stream().filter(all::contains).map(Person::id).toList(), true);
        store.noteSuspendedWithMain(project, ids, false);
        return all.size();
    }

    /**
     * Takes all of them back, and of their families those who were suspended with them.
     *
     * @return how many that were suspended before
     * @throws NoSuchUserException when one of them is out of reach
     */
    @Transactional
    public int reinstate(Actor actor, long project, Collection<String> ids) {
        actor.requireReach(Permission.USER_EDIT);
        projects.lock(project);
        List<Person> chosen = users.editable(actor, Permission.USER_EDIT, project, ids);
        Set<String> withMain = Set.copyOf(store.suspendedWithMain(project, ids));
        List<Person> all = new ArrayList<>(chosen);
        familyOf(project, chosen).stream()
                .filter(member -> withMain.contains(member.id()))
                .forEach(all::add);
        all.removeIf(person -> !person.user().suspended());
        change(actor, project, all, false);
        store.noteSuspendedWithMain(project, all.stream().map(Person::id).toList(), false);
        return all.size();
    }

    /** Logs all of them out, wherever they are logged in.
     *
     * @throws NoSuchUserException when one of them is out of reach
     */
    @Transactional
    public void logOut(Actor actor, long project, Collection<String> ids) {
        news.shutOut(actor, users.editable(actor, Permission.USER_EDIT, project, ids));
    }

    private static List<Person> awake(List<Person> chosen, List<Person> family) {
        List<Person> all = new ArrayList<>(chosen);
        all.addAll(family);
        all.removeIf(person -> person.user().suspended());
        return all;
    }

    private List<Person> familyOf(long project, List<Person> chosen) {
        List<String> ids = chosen.stream().map(Person::id).toList();
        return store.family(project, ids).stream()
                .filter(member -> !ids.contains(member.id()))
                .toList();
    }

    private void change(Actor actor, long project, List<Person> people, boolean suspended) {
        List<User> changed = people.stream()
                .map(person -> person.following(person.user().groups(), suspended))
                .toList();
        news.changed(project, changed);
        for (Person before : people) {
            store.byId(project, before.id()).ifPresent(after -> news.record(actor, before, after));
        }
    }
}
