package dev.lintel.domain.user.people;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.BuiltInProfile;
import dev.lintel.domain.user.people.UserRefusedException.Field;
import dev.lintel.domain.user.people.UserRefusedException.Reason;
import java.util.Collection;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Sees to it that nobody shuts themselves out, and that somebody is left who can run the server. */
@Component
class Administrators {
    private static final String OTHERS = """
            select exists (select from account where person_id is null)
                or exists (select from account a
                           join person p on p.project_id = a.project_id and p.id = a.person_id
                           where p.profile = ? and not p.suspended
                             and not (p.project_id = ? and p.id = any (?)))""";

    private final JdbcTemplate jdbc;

    Administrators(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns when these people can lose what they may do.
     *
     * @throws UserRefusedException when one of them is the actor, or nobody would be left
     */
    void requireDispensable(Actor actor, long project, Collection<Person> people) {
        for (Person person : people) {
            if (person.account() != null && Objects.equals(person.account(), actor.account())) {
                throw new UserRefusedException(
                        Field.USER, Reason.ONESELF, person.user().name());
            }
        }
        String[] leaving = people.stream()
                .filter(person -> person.user().profile().equals(BuiltInProfile.SERVER_ADMINISTRATOR.code()))
                .map(Person::id)
                .toArray(String[]::new);
        boolean others = leaving.length == 0
                || Boolean.TRUE.equals(jdbc.queryForObject(
                        OTHERS, Boolean.class, BuiltInProfile.SERVER_ADMINISTRATOR.code(), project, leaving));
        if (!others) {
            throw new UserRefusedException(Field.PROFILE, Reason.LAST_ADMINISTRATOR, "");
        }
    }
}
