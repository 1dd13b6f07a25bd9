package dev.lintel.domain.user;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.BuiltInProfile;
import dev.lintel.domain.permission.Membership;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Profile;
import dev.lintel.domain.permission.ProfileStore;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Works out on whose behalf an account acts: what the profile permits, and how far the groups reach. */
@Component
class Actors {
    private static final String PERSON = """
            select p.profile, p.suspended,
                   array(select m.group_id from person_group m
                         where m.project_id = p.project_id and m.person_id = p.id) as groups,
                   exists (select from person_group m
                           join object_group g on g.project_id = m.project_id and g.id = m.group_id
                           where m.project_id = p.project_id and m.person_id = p.id and g.parent is null) as whole
            from person p where p.project_id = ? and p.id = ?""";

    private final JdbcTemplate jdbc;
    private final ProfileStore profiles;

    Actors(JdbcTemplate jdbc, ProfileStore profiles) {
        this.jdbc = jdbc;
        this.profiles = profiles;
    }

    private record Person(String profile, boolean suspended, Membership membership) {}

    Actor of(Account account) {
        Long project = account.project();
        String id = account.person();
        if (project == null || id == null) {
            return new Actor(account.login(), account.id(), Set.of(Permission.values()), null, null);
        }
        return jdbc.query(PERSON, person(project, id), project, id).stream()
                .findFirst()
                .map(person -> actor(account, person))
                .orElseGet(() -> new Actor(account.login(), account.id(), Set.of(), nowhere(project, id), null));
    }

    boolean isSuspended(Account account) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from person where project_id = ? and id = ? and suspended)",
                Boolean.class,
                account.project(),
                account.person()));
    }

    private Actor actor(Account account, Person person) {
        Set<Permission> permissions = person.suspended() ? Set.of() : permissions(person);
        // who runs the server is bound to no project, wherever they live
        boolean bound = !person.profile().equals(BuiltInProfile.SERVER_ADMINISTRATOR.code()) || person.suspended();
        return new Actor(account.login(), account.id(), permissions, bound ? person.membership() : null, null);
    }

    private Set<Permission> permissions(Person person) {
        return profiles.find(person.membership().project(), person.profile())
                .map(Profile::permissions)
                .orElse(Set.of());
    }

    private static RowMapper<Person> person(long project, String id) {
        return (row, number) -> new Person(
                row.getString("profile"),
                row.getBoolean("suspended"),
                new Membership(
                        project, id, Set.of((String[]) row.getArray("groups").getArray()), row.getBoolean("whole")));
    }

    private static Membership nowhere(long project, String person) {
        return new Membership(project, person, Set.of(), false);
    }
}
