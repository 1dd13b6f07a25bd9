package dev.lintel.domain.restriction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.access.AccessImpact;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AccessService;
import dev.lintel.domain.access.Channel;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.RequestOrigin;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.restriction.RestrictionRefusedException.Field;
import dev.lintel.domain.restriction.RestrictionRefusedException.Problem;
import dev.lintel.domain.restriction.RestrictionRefusedException.Reason;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.user.people.PersonDraft;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Tag("AR-1")
class RestrictionsIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();
    private static final RestrictionLine FRONT = new RestrictionLine("d1", null, LockChoice.FIRST);
    private static final GrantTarget FLAT = new GrantTarget.ToGroup("g2");

    @Autowired
    Sites sites;

    @Autowired
    Restrictions restrictions;

    @Autowired
    RestrictionList list;

    @Autowired
    RestrictionHolders holders;

    @Autowired
    AccessImpact impact;

    @Autowired
    NewUsers newUsers;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    AccessService access;

    @Test
    void keepsAllThatTheFormSaysAndSiteFilesGoOnWithTheirPart() throws Exception {
        long house = house("kept");
        RestrictionDraft draft = new RestrictionDraft(
                " Back door ",
                "for deliveries\nand bins",
                true,
                List.of(FRONT, new RestrictionLine("d1", " out ", LockChoice.ALL)),
                List.of("s1"),
                List.of(FLAT, new GrantTarget.ToUser("u1"), new GrantTarget.ToIdentifier("i1")));

        StoredRestriction made = restrictions.create(SERVER, house, draft);

        StoredRestriction read = restrictions.get(SERVER, house, made.id()).orElseThrow();
        assertThat(read).isEqualTo(made);
        assertThat(read.draft()).isEqualTo(draft);
        assertThat(read.name()).isEqualTo("Back door");
        String file = export(house);
        assertThat(file).contains("Back door").doesNotContain("deliveries");
        load(file.replace("Back door", "Yard door"));
        StoredRestriction imported = restrictions.get(SERVER, house, made.id()).orElseThrow();
        assertThat(imported.name()).isEqualTo("Yard door");
        assertThat(imported.description()).isEqualTo("for deliveries\nand bins");
    }

    @Test
    @Tag("AR-2")
    void opensForAllBelowTheGroupAtOnceAndForNobodyOnceItIsGone() throws Exception {
        long house = house("force");
        load(export(house).replace("\"schedules\":[\"s1\"]", "\"schedules\":[]"));
        restrictions.delete(SERVER, house, "r1");
        assertThat(reason("force")).isEqualTo(ReasonCode.NO_RESTRICTION);

        StoredRestriction made = restrictions.create(SERVER, house, draft("Door", FLAT));
        assertThat(reason("force")).isEqualTo(ReasonCode.GRANTED);
        restrictions.withdraw(SERVER, house, made.id(), FLAT);
        assertThat(reason("force")).isEqualTo(ReasonCode.NO_RESTRICTION);
        restrictions.grant(SERVER, house, made.id(), new GrantTarget.ToGroup("g1"));
        assertThat(reason("force")).isEqualTo(ReasonCode.GRANTED);
        restrictions.delete(SERVER, house, made.id());
        assertThat(reason("force")).isEqualTo(ReasonCode.NO_RESTRICTION);
        assertThat(restrictions.get(SERVER, house, made.id())).isEmpty();
    }

    @Test
    void namesEveryFieldThatIsWrongAndStoresNothing() throws Exception {
        long house = house("wrong");
        RestrictionDraft wrong = new RestrictionDraft(
                " ",
                "x".repeat(2001),
                false,
                List.of(new RestrictionLine("d7", null, LockChoice.FIRST), line("d2", LockChoice.SECOND)),
                List.of("s7"),
                List.of(new GrantTarget.ToGroup("g7"), new GrantTarget.ToUser("u7")));

        assertThatThrownBy(() -> restrictions.create(SERVER, house, wrong))
                .asInstanceOf(type(RestrictionRefusedException.class))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .containsExactlyInAnyOrder(
                                new Problem(Field.NAME, Reason.MISSING, ""),
                                new Problem(Field.DESCRIPTION, Reason.TOO_LONG, "x".repeat(2001)),
                                new Problem(Field.LINES, Reason.UNAVAILABLE, "d7"),
                                new Problem(Field.LINES, Reason.NO_SUCH_LOCK, "d2"),
                                new Problem(Field.SCHEDULES, Reason.UNAVAILABLE, "s7"),
                                new Problem(Field.TO, Reason.UNAVAILABLE, "g7"),
                                new Problem(Field.TO, Reason.UNAVAILABLE, "u7")));
        assertThat(list.page(SERVER, in(list, house), null, 10).rows()).hasSize(1);
    }

    @Test
    void losesNobodysChange() throws Exception {
        long house = house("lost");
        StoredRestriction first = restrictions.get(SERVER, house, "r1").orElseThrow();
        restrictions.edit(SERVER, house, "r1", first.version(), first.draft().grantedTo(List.of(FLAT)));

        assertThatThrownBy(() -> restrictions.edit(SERVER, house, "r1", first.version(), first.draft()))
                .asInstanceOf(type(RestrictionChangedException.class))
                .satisfies(e -> assertThat(e.theirs().to()).containsExactly(FLAT));
    }

    @Test
    @Tag("PR-4")
    void anotherProjectsRestrictionsDoNotExist() throws Exception {
        long house = house("mine");
        long other = house("theirs");
        Actor stranger = TestActors.ofProject(
                other,
                Permission.ACCESS_RESTRICTION_VIEW,
                Permission.ACCESS_RESTRICTION_EDIT,
                Permission.ACCESS_RESTRICTION_DELETE);
        for (long project : List.of(house, 777L)) {
            assertThat(restrictions.get(stranger, project, "r1")).isEmpty();
            assertThatThrownBy(() -> restrictions.delete(stranger, project, "r1"))
                    .isInstanceOf(NoSuchRestrictionException.class)
                    .hasMessage("there is no access restriction \"" + project + "\"");
            assertThatThrownBy(() -> impact.of(stranger, project, null, draft("Door", FLAT)))
                    .isInstanceOf(NoSuchRestrictionException.class);
        }
        assertThatThrownBy(() -> restrictions.get(TestActors.ofProject(house), house, "r1"))
                .isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    @Tag("PR-3")
    void whoeverLooksAfterAPartChangesWhatDoesNothingBeyondIt() throws Exception {
        long house = house("part");
        Actor partial = TestActors.ofGroups(
                house,
                Set.of("g2"),
                Permission.ACCESS_RESTRICTION_VIEW,
                Permission.ACCESS_RESTRICTION_EDIT,
                Permission.ACCESS_RESTRICTION_CREATE,
                Permission.GROUP_MANAGE_ACCESS_RESTRICTIONS,
                Permission.USER_VIEW);

        // its guest identifier belongs to somebody of the flat
        StoredRestriction seen = restrictions.get(partial, house, "r1").orElseThrow();
        assertThat(restrictions.mayEdit(partial, seen)).isFalse();
        assertThatThrownBy(() -> restrictions.edit(partial, house, "r1", seen.version(), seen.draft()))
                .asInstanceOf(type(RestrictionRefusedException.class))
                .satisfies(e -> assertThat(e.problems())
                        .containsExactly(new Problem(Field.RESTRICTION, Reason.OUT_OF_REACH, "Front door")));
        StoredRestriction own = restrictions.create(
                partial,
                house,
                new RestrictionDraft("Hall", "", false, List.of(line("d2", LockChoice.ALL)), List.of(), List.of(FLAT)));
        assertThat(restrictions.mayEdit(partial, own)).isTrue();
        assertThatThrownBy(() -> restrictions.create(partial, house, draft("Front", FLAT)))
                .isInstanceOf(RestrictionRefusedException.class)
                .hasMessageContaining("lines unavailable: \"d1\"");
    }

    @Test
    @Tag("AR-2")
    void saysWhoWouldGainAndLoseAndWhoKeepsTheDoorByAnotherRestriction() throws Exception {
        long house = house("impact");

        AccessImpact.Impact always = impact.of(SERVER, house, null, draft("Always", FLAT));
        assertThat(always.gaining()).as("mornings become always").isEqualTo(1);
        assertThat(always.losing()).isZero();
        assertThat(always.named()).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Olena Коваль");
            assertThat(one.gains()).containsExactly("House · AA-12");
        });

        AccessImpact.Impact deleted = impact.ofDeletion(SERVER, house, "r1");
        assertThat(deleted.losing()).isEqualTo(1);
        assertThat(deleted.guestsLosing()).as("the courier’s code").isEqualTo(1);
        assertThat(deleted.doorsLost()).isEqualTo(1);

        restrictions.create(SERVER, house, draft("Always", FLAT));
        AccessImpact.Impact second = impact.ofDeletion(SERVER, house, "r1");
        assertThat(second.losing()).as("only the second lock inwards is lost").isEqualTo(1);
        StoredRestriction r1 = restrictions.get(SERVER, house, "r1").orElseThrow();
        RestrictionDraft noSecondLock = new RestrictionDraft(
                r1.name(), "", true, List.of(FRONT), r1.draft().schedules(), r1.to());
        restrictions.edit(SERVER, house, "r1", r1.version(), noSecondLock);
        AccessImpact.Impact third = impact.ofDeletion(SERVER, house, "r1");
        assertThat(third.losing()).isZero();
        assertThat(third.takes()).as("the courier’s code rests on it").isTrue();
        AccessImpact.Impact withdrawn =
                impact.of(SERVER, house, "r1", noSecondLock.grantedTo(List.of(new GrantTarget.ToIdentifier("i2"))));
        assertThat(withdrawn.guestsLosing())
                .as("a guest has what the owner still has")
                .isEqualTo(1);
        assertThat(impact.of(
                                TestActors.ofProject(house, Permission.ACCESS_RESTRICTION_VIEW),
                                house,
                                null,
                                draft("x", FLAT))
                        .named())
                .as("names are for those who may see people")
                .isEmpty();
    }

    @Test
    @Tag("AR-2")
    void saysTheSameFromTheSideOfWhoeverHasIt() throws Exception {
        long house = house("holder");
        StoredRestriction r1 = restrictions.get(SERVER, house, "r1").orElseThrow();
        GrantTarget holder = r1.to().stream()
                .filter(GrantTarget.ToGroup.class::isInstance)
                .findFirst()
                .orElseThrow();
        List<GrantTarget> others =
                r1.to().stream().filter(target -> !target.equals(holder)).toList();

        AccessImpact.Impact withdrawn = impact.ofHolder(SERVER, house, holder, List.of(), List.of("r1"));
        assertThat(withdrawn)
                .isEqualTo(impact.of(SERVER, house, "r1", r1.draft().grantedTo(others)));
        assertThat(withdrawn.losing()).isEqualTo(1);
        assertThat(withdrawn.guestsLosing())
                .as("the courier’s code rests on it")
                .isEqualTo(1);
        StoredRestriction always = restrictions.create(
                SERVER, house, new RestrictionDraft("Always", "", false, List.of(FRONT), List.of(), List.of()));
        assertThat(impact.ofHolder(SERVER, house, holder, List.of(always.id()), List.of())
                        .gaining())
                .isEqualTo(1);
        assertThat(impact.ofHolder(SERVER, house, holder, List.of(always.id()), List.of("r1"))
                        .guestsLosing())
                .as("what takes the place of it is not the guest’s")
                .isEqualTo(1);
        assertThatThrownBy(() -> impact.ofHolder(SERVER, house, holder, List.of("no such"), List.of()))
                .isInstanceOf(NoSuchRestrictionException.class);
    }

    @Test
    @Tag("US-1")
    void aNewUserGetsRestrictionsAtOnceOrIsNotAddedAtAll() throws Exception {
        long house = house("new-user");
        PersonDraft ivy = new PersonDraft("Ivy", null, "user", List.of("g2"), "", "", null);

        String made = newUsers.create(SERVER, house, ivy, List.of("r1")).id();
        assertThat(restrictions.get(SERVER, house, "r1").orElseThrow().to()).contains(new GrantTarget.ToUser(made));
        long before = people(house);
        assertThatThrownBy(() -> newUsers.create(SERVER, house, ivy, List.of("r1", "no such")))
                .isInstanceOf(NoSuchRestrictionException.class);
        assertThat(people(house)).isEqualTo(before);
        Actor adder = TestActors.ofProject(
                house, Permission.USER_CREATE, Permission.GROUP_MANAGE_USERS, Permission.ACCESS_RESTRICTION_VIEW);
        assertThat(newUsers.mayGrant(SERVER, house)).isTrue();
        assertThat(newUsers.mayGrant(adder, house)).isFalse();
    }

    private long people(long project) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select count(*) from person where project_id = ?", Long.class, project));
    }

    @Test
    void listsWhoGetsInAndByWhichWay() throws Exception {
        long house = house("holders");
        restrictions.grant(SERVER, house, "r1", new GrantTarget.ToUser("u1"));

        assertThat(holders.page(SERVER, in(holders, house), null, 10).rows())
                .extracting(RestrictionHolder::name, RestrictionHolder::via, RestrictionHolder::path)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "Olena Коваль", RestrictionHolder.Via.GROUP, "House / Flat 1"),
                        org.assertj.core.groups.Tuple.tuple("Olena Коваль", RestrictionHolder.Via.USER, ""),
                        org.assertj.core.groups.Tuple.tuple("Olena Коваль", RestrictionHolder.Via.IDENTIFIER, ""));
        RestrictionRow row = list.page(SERVER, in(list, house), null, 10).rows().getFirst();
        assertThat(List.of(row.doors(), row.groups(), row.people(), row.identifiers()))
                .containsExactly(2, 1, 1, 1);
        assertThat(row.schedules()).containsExactly("Mornings");
    }

    private static RestrictionDraft draft(String name, GrantTarget to) {
        return new RestrictionDraft(name, "", false, List.of(FRONT), List.of(), List.of(to));
    }

    private static RestrictionLine line(String device, LockChoice lock) {
        return new RestrictionLine(device, null, lock);
    }

    private static <T> ListQuery<T> in(dev.lintel.domain.listing.Records<T> records, long project) {
        return ListQuery.everything(records.listing())
                .narrowedTo(List.of(dev.lintel.domain.listing.QueryText.condition(
                        records.listing(), "project", "project:is:" + project)));
    }

    private ReasonCode reason(String house) {
        AccessRequest request = new AccessRequest(
                house + "-1", null, 1, IdentifierType.CARD, "12345678", Instant.parse("2026-06-01T21:00:00Z"));
        return access.ask(request, new RequestOrigin(Channel.REST, null, null))
                .decision()
                .reason();
    }

    private long house(String name) throws IOException {
        return load(TestSites.house(name).replace("olena@example.org", "olena." + name + "@example.org"));
    }

    private long load(String file) throws IOException {
        return sites.load(SERVER, TestSites.file(file), false, part -> {}).project();
    }

    private String export(long project) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        sites.export(SERVER, project, file);
        return file.toString(StandardCharsets.UTF_8);
    }
}
