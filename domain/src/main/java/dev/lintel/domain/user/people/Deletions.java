package dev.lintel.domain.user.people;

import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.user.people.UserRefusedException.Field;
import dev.lintel.domain.user.people.UserRefusedException.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deletes people, after saying what goes with them: their identifiers, grants, accounts, and their families. */
@Service
public class Deletions {
    /** Each of them is looked for in all logs. */
    public static final int MOST_ERASED = 100;

    private final Users users;
    private final ProjectStore projects;
    private final PersonStore store;
    private final PersonNews news;
    private final JdbcTemplate jdbc;

    Deletions(Users users, ProjectStore projects, PersonStore store, PersonNews news, JdbcTemplate jdbc) {
        this.users = users;
        this.projects = projects;
        this.store = store;
        this.news = news;
        this.jdbc = jdbc;
    }

    /**
     * What would go. Deletes nothing.
     *
     * @throws NoSuchUserException when one of them is out of reach
     */
    @Transactional(readOnly = true)
    public DeletionSummary summary(Actor actor, long project, Collection<String> ids) {
        actor.requireReach(Permission.USER_DELETE);
        List<Person> chosen = users.editable(actor, Permission.USER_DELETE, project, ids);
        return summary(project, chosen, familyOf(project, chosen));
    }

    /**
     * Deletes all of them with their families, or nobody.
     *
     * @throws NoSuchUserException when one of them is out of reach
     * @throws UserRefusedException when one of them is the actor, or the last administrator of the server
     */
    @Transactional
    public DeletionSummary delete(Actor actor, long project, Collection<String> ids) {
        return delete(actor, project, ids, people -> {});
    }

    /**
     * Deletes as {@link #delete} does, and takes everybody whom it deletes out of the logs and the mails that were sent: a
     * pseudonym stands there instead. Whoever may delete may do so.
     *
     * @throws NoSuchUserException when one of them is out of reach
     * @throws UserRefusedException when one of them is the actor, or the last administrator of the server, or when they are
     *     more than {@value #MOST_ERASED}, families included
     */
    @Transactional
    public DeletionSummary erase(Actor actor, long project, Collection<String> ids) {
        return delete(actor, project, ids, people -> {
            if (people.size() > MOST_ERASED) {
                throw new UserRefusedException(Field.USER, Reason.TOO_MANY, Integer.toString(people.size()));
            }
            people.forEach(person -> news.erased(actor, person));
        });
    }

    /** @param first what is done with them while they are there */
    private DeletionSummary delete(Actor actor, long project, Collection<String> ids, Consumer<List<Person>> first) {
        actor.requireReach(Permission.USER_DELETE);
        projects.lock(project);
        List<Person> chosen = users.editable(actor, Permission.USER_DELETE, project, ids);
        List<Person> family = familyOf(project, chosen);
        List<Person> all = new ArrayList<>(chosen);
        all.addAll(family);
        PersonCheck.requireOthers(actor, all);
        DeletionSummary summary = summary(project, chosen, family);
        first.accept(all);
        all.forEach(person -> news.record(actor, person, null));
        news.shutOut(actor, all);
        news.removed(project, all.stream().map(Person::id).toList());
        return summary;
    }

    private List<Person> familyOf(long project, List<Person> chosen) {
        List<String> ids = chosen.stream().map(Person::id).toList();
        return store.family(project, ids).stream()
                .filter(member -> !ids.contains(member.id()))
                .toList();
    }

    private DeletionSummary summary(long project, List<Person> chosen, List<Person> family) {
        List<Person> all = new ArrayList<>(chosen);
        all.addAll(family);
        String[] ids = all.stream().map(Person::id).toArray(String[]::new);
        return new DeletionSummary(
                chosen.stream().map(person -> person.user().name()).toList(),
                family.stream().map(person -> person.user().name()).toList(),
                count("guest is null", project, ids),
                count("guest is not null", project, ids),
                (int) all.stream().filter(person -> person.account() != null).count());
    }

    /** @param which a condition from the code */
    private int count(String which, long project, String[] people) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from identifier where project_id = ? and person_id = any (?) and " + which,
                Integer.class,
                project,
                people));
    }
}
