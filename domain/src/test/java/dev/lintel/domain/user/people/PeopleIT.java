package dev.lintel.domain.user.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.BuiltInProfile;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.user.Accounts;
import dev.lintel.domain.user.people.UserRefusedException.Field;
import dev.lintel.domain.user.people.UserRefusedException.Reason;
import dev.lintel.domain.wire.FieldProblem;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A test with houses full of people, some of whom can log in. */
abstract class PeopleIT extends DatabaseIT {
    @Autowired
    Sites sites;

    @Autowired
    Users users;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcTemplate jdbc;

    /** Stores {@link TestSites#house} and returns its id. Its resident is {@code u1}, of the flat {@code g2}. */
    long house(String name) throws IOException {
        String unlike = TestSites.house(name).replace("olena@example.org", "olena." + name + "@example.org");
        return sites.load(Actor.server(), TestSites.file(unlike), false, part -> {})
                .project();
    }

    /** Somebody of a group who can log in. */
    Actor somebody(long project, BuiltInProfile profile, String group) {
        Person person = users.create(
                Actor.server(), project, PersonDraft.of(profile.code(), null, profile.code(), List.of(group)));
        String login = person.id().toLowerCase(Locale.ROOT) + "@example.org";
        jdbc.update("""
                insert into account (login, password_hash, must_change_password, locale, project_id, person_id)
                values (?, '', false, 'en', ?, ?)""", login, project, person.id());
        return accounts.actor(accounts.byLogin(login).orElseThrow());
    }

    /** Id of the person who acts. */
    String personOf(Actor actor) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select person_id from account where id = ?", String.class, actor.account()));
    }

    static PersonDraft resident(String name) {
        return PersonDraft.of(name, null, BuiltInProfile.USER.code(), List.of("g2"));
    }

    static void assertRefused(ThrowingCallable attempt, Field field, Reason reason) {
        assertThatThrownBy(attempt)
                .asInstanceOf(type(UserRefusedException.class))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(FieldProblem::field, FieldProblem::reason)
                        .contains(org.assertj.core.groups.Tuple.tuple(field, reason)));
    }
}
