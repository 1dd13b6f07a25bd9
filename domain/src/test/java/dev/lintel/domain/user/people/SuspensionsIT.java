package dev.lintel.domain.user.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.access.AccessDecisions;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.BuiltInProfile;
import dev.lintel.domain.user.people.UserRefusedException.Field;
import dev.lintel.domain.user.people.UserRefusedException.Reason;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of people who are suspended or deleted, and of their families; at doors, too. */
class SuspensionsIT extends PeopleIT {
    private static final Actor SERVER = Actor.server();

    @Autowired
    Suspensions suspensions;

    @Autowired
    Deletions deletions;

    @Autowired
    Family family;

    @Autowired
    AccessDecisions decisions;

    @Test
    @Tag("US-1")
    void doorsFollowAtOnce() throws Exception {
        long house = house("doors");
        assertThat(decided("doors")).isEqualTo(ReasonCode.GRANTED);

        suspensions.suspend(SERVER, house, List.of("u1"));
        assertThat(decided("doors")).isEqualTo(ReasonCode.HOLDER_SUSPENDED);
        suspensions.reinstate(SERVER, house, List.of("u1"));
        assertThat(decided("doors")).isEqualTo(ReasonCode.GRANTED);
        Person olena = users.get(SERVER, house, "u1").orElseThrow();
        users.edit(SERVER, house, "u1", olena.version(), olena.draft().withGroups(List.of()));
        assertThat(decided("doors")).isEqualTo(ReasonCode.NO_RESTRICTION);
        deletions.delete(SERVER, house, List.of("u1"));
        assertThat(decided("doors")).isEqualTo(ReasonCode.UNKNOWN_IDENTIFIER);
    }

    @Test
    @Tag("US-1")
    void saysBeforehandWhatGoesWithSomebody() throws Exception {
        long house = house("summary");
        family.add(SERVER, house, "u1", "Daughter", null);

        DeletionSummary summary = deletions.summary(SERVER, house, List.of("u1"));

        assertThat(summary).isEqualTo(new DeletionSummary(List.of("Olena Коваль"), List.of("Daughter"), 1, 1, 0));
        assertThat(users.get(SERVER, house, "u1")).isPresent();
        assertThat(deletions.delete(SERVER, house, List.of("u1"))).isEqualTo(summary);
        assertThat(jdbc.queryForObject("select count(*) from person where project_id = ?", Integer.class, house))
                .isZero();
    }

    @Test
    @Tag("US-1")
    void deletesAllOrNobody() throws Exception {
        long house = house("nobody");

        assertThatThrownBy(() -> deletions.delete(SERVER, house, List.of("u1", "u9")))
                .isInstanceOf(NoSuchUserException.class);
        assertThat(users.get(SERVER, house, "u1")).isPresent();
    }

    @Test
    @Tag("US-1")
    void nobodySuspendsOrDeletesThemselves() throws Exception {
        long house = house("self");
        Actor company = somebody(house, BuiltInProfile.SERVER_ADMINISTRATOR, "g1");
        String own = personOf(company);

        assertRefused(() -> suspensions.suspend(company, house, List.of(own)), Field.USER, Reason.ONESELF);
        assertRefused(() -> deletions.delete(company, house, List.of(own)), Field.USER, Reason.ONESELF);
    }

    @Test
    @Tag("US-1")
    void theLastAdministratorOfTheServerStays() throws Exception {
        long house = house("last");
        jdbc.update("delete from account");
        Actor last = somebody(house, BuiltInProfile.SERVER_ADMINISTRATOR, "g1");
        String person = personOf(last);
        Person administrator = users.get(SERVER, house, person).orElseThrow();

        assertRefused(
                () -> suspensions.suspend(SERVER, house, List.of(person)), Field.PROFILE, Reason.LAST_ADMINISTRATOR);
        assertRefused(() -> deletions.delete(SERVER, house, List.of(person)), Field.PROFILE, Reason.LAST_ADMINISTRATOR);
        assertRefused(
                () -> users.edit(
                        SERVER,
                        house,
                        person,
                        administrator.version(),
                        administrator.draft().withProfile("user")),
                Field.PROFILE,
                Reason.LAST_ADMINISTRATOR);
        somebody(house, BuiltInProfile.SERVER_ADMINISTRATOR, "g1");
        assertThat(suspensions.suspend(SERVER, house, List.of(person))).isEqualTo(1);
    }

    @Test
    @Tag("US-5")
    void aFamilyOfAtMostFiveFollowsItsMainUser() throws Exception {
        long house = house("family");
        for (int i = 1; i <= Family.MOST_MEMBERS; i++) {
            family.add(SERVER, house, "u1", "Child " + i, "child" + i + "@example.org");
        }
        assertRefused(() -> family.add(SERVER, house, "u1", "Child 6", null), Field.USER, Reason.FAMILY_FULL);

        List<Person> members = family.members(SERVER, house, "u1");
        assertThat(members).extracting(member -> member.user().groups()).containsOnly(List.of("g2"));
        Person olena = users.get(SERVER, house, "u1").orElseThrow();
        users.edit(SERVER, house, "u1", olena.version(), olena.draft().withGroups(List.of("g1")));
        assertThat(family.members(SERVER, house, "u1"))
                .extracting(member -> member.user().groups())
                .containsOnly(List.of("g1"));
        Person child = members.getFirst();
        assertRefused(
                () -> users.edit(
                        SERVER,
                        house,
                        child.id(),
                        users.get(SERVER, house, child.id()).orElseThrow().version(),
                        child.draft()),
                Field.GROUPS,
                Reason.FOLLOWS_MAIN_USER);
        assertRefused(() -> family.add(SERVER, house, child.id(), "Grandchild", null), Field.USER, Reason.FAMILY_FULL);
    }

    @Test
    @Tag("US-5")
    void theFamilyIsSuspendedWithItsMainUserAndComesBackExceptWhoWasSuspendedBefore() throws Exception {
        long house = house("together");
        Person good = family.add(SERVER, house, "u1", "Good", null);
        Person bad = family.add(SERVER, house, "u1", "Bad", null);
        suspensions.suspend(SERVER, house, List.of(bad.id()));

        assertThat(suspensions.suspend(SERVER, house, List.of("u1"))).isEqualTo(2);
        assertThat(isSuspended(house, good)).isTrue();
        assertThat(suspensions.reinstate(SERVER, house, List.of("u1"))).isEqualTo(2);
        assertThat(isSuspended(house, good)).isFalse();
        assertThat(isSuspended(house, bad)).isTrue();
    }

    @Test
    @Tag("US-5")
    void aMainUserKeepsTheirOwnFamilyAndNobodyElses() throws Exception {
        long house = house("own");
        Actor main = somebody(house, BuiltInProfile.USER, "g2");
        String own = personOf(main);

        Person child = family.add(main, house, own, "Child", "child.own@example.org");

        assertThat(child.user().profile()).isEqualTo("user");
        assertThat(family.members(main, house, own)).containsExactly(child);
        assertThat(family.mayHaveOne(main)).isTrue();
        assertRefused(() -> family.add(main, house, own, "Thief", "olena.own@example.org"), Field.EMAIL, Reason.TAKEN);
        assertThatThrownBy(() -> family.add(main, house, "u1", "Stranger", null))
                .isInstanceOf(dev.lintel.domain.permission.PermissionDeniedException.class);
        family.remove(main, house, own, child.id());
        assertThat(family.members(main, house, own)).isEmpty();
    }

    private boolean isSuspended(long house, Person person) {
        return users.get(SERVER, house, person.id()).orElseThrow().user().suspended();
    }

    private ReasonCode decided(String house) {
        return decisions
                .decide(new AccessRequest(
                        house + "-1",
                        "in",
                        1,
                        IdentifierType.CARD,
                        "12345678",
                        java.time.Instant.parse("2026-01-05T10:00:00Z")))
                .decision()
                .reason();
    }
}
