package dev.lintel.domain.rulebook;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static dev.lintel.domain.rulebook.Policies.closed;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AccessService;
import dev.lintel.domain.access.NodeMemory;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.UnknownFactException;
import dev.lintel.domain.device.DeviceTags;
import dev.lintel.domain.device.DeviceTagsRefusedException;
import dev.lintel.domain.group.GroupEdits;
import dev.lintel.domain.group.GroupFields;
import dev.lintel.domain.group.GroupNode;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.group.Groups;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.rulebook.RulebookRefusedException.Reason;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.schedule.edit.ScheduleInUseException;
import dev.lintel.domain.schedule.edit.Schedules;
import dev.lintel.domain.site.GroupDeletions;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.user.marker.Marker;
import dev.lintel.domain.user.marker.MarkerRefusedException;
import dev.lintel.domain.user.marker.Markers;
import dev.lintel.domain.user.people.Family;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.PersonDraft;
import dev.lintel.domain.user.people.Users;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What policies can ask of people, identifiers, doors and times, from the record that somebody edits to the facts of a request. */
@Tag("RU-1")
class PolicyFactsIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();
    private static final Instant MORNING = Instant.parse("2026-05-04T09:30:00Z");
    private static final Instant EVENING = Instant.parse("2026-05-04T19:30:00Z");

    @Autowired
    Sites sites;

    @Autowired
    AccessService access;

    @Autowired
    Rulebooks rulebooks;

    @Autowired
    Releases releases;

    @Autowired
    Users users;

    @Autowired
    Family family;

    @Autowired
    Markers markers;

    @Autowired
    Groups groups;

    @Autowired
    GroupEdits groupEdits;

    @Autowired
    DeviceTags tags;

    @Autowired
    Schedules schedules;

    @Autowired
    GroupDeletions deletions;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ApplicationContext context;

    private String house = "";
    private long project;

    @BeforeEach
    void aHouse() throws IOException {
        house = UUID.randomUUID().toString();
        sites.load(SERVER, file(house(house)), false, progress -> {});
        project = requireNonNull(jdbc.queryForObject("select id from project where name = ?", Long.class, house));
        clock.set(MORNING);
        rulebooks.oneIsEnough(SERVER, project, true);
    }

    @Test
    void aMarkerIsKnownAtTheDoorAtOnceAndGoesWithItsDeletion() {
        Marker marker = markers.create(SERVER, project, "Moves out", "#0f766e");
        assertThat(holder().marker()).isNull();
        assertThat(holder().family()).isFalse();

        mark(marker.id());
        assertThat(holder().marker()).isEqualTo(marker.id());
        PolicyHolders marked = new PolicyHolders(
                Set.of(),
                Set.of(),
                List.of(),
                Set.of(),
                Set.of(),
                List.of(marker.id()),
                Set.of(FamilyRole.MAIN),
                null,
                null);
        assertThat(marked.fit(facts(MORNING))).isTrue();

        mark(null);
        assertThat(marked.fit(facts(MORNING))).isFalse();
        mark(marker.id());
        markers.delete(SERVER, project, marker.id());
        assertThat(holder().marker()).isNull();
    }

    @Test
    void whoIsOfAFamilyIsKnown() {
        Person member = family.add(SERVER, project, "u1", "Child", null);
        jdbc.update("update identifier set person_id = ? where project_id = ? and id = 'i1'", member.id(), project);
        Person main = users.get(SERVER, project, "u1").orElseThrow();
        assertThat(holder().family()).isFalse();

        // the card becomes the child's
        NodeMemory.readAgain(context);
        assertThat(holder().id()).isEqualTo(member.id());
        assertThat(holder().family()).isTrue();
        assertThat(main.mainUser()).isNull();
    }

    @Test
    void whatTheGroupOfSomebodyStandsForIsKnownAtTheDoorAtOnce() {
        PolicyHolders tenants = ofGroups(GroupType.APARTMENT, GroupType.FLOOR);
        assertThat(holder().groupTypes()).containsExactly(GroupType.APARTMENT);
        assertThat(tenants.fit(facts(MORNING))).isTrue();
        // the flat is in a building, and the resident is not of it by themselves
        assertThat(ofGroups(GroupType.BUILDING).fit(facts(MORNING))).isFalse();

        stands("g2", GroupType.CUSTOM);
        assertThat(tenants.fit(facts(MORNING))).isFalse();
        NodeMemory.readAgain(context);
        assertThat(tenants.fit(facts(MORNING))).isFalse();
        stands("g2", GroupType.APARTMENT);
        assertThat(tenants.fit(facts(MORNING))).isTrue();

        AccessFacts now = facts(MORNING);
        AccessFacts before = now.with(
                now.identifier(), new AccessFacts.HolderFact("u1", "user", false, List.of("g2", "g1")), now.grants());
        assertThatThrownBy(() -> tenants.fit(before)).isInstanceOf(UnknownFactException.class);
    }

    private static PolicyHolders ofGroups(GroupType... types) {
        return new PolicyHolders(
                Set.of(), Set.of(), List.of(), Set.of(types), Set.of(), List.of(), Set.of(), null, null);
    }

    private void stands(String group, GroupType type) {
        GroupNode before = groups.find(SERVER, project, group).orElseThrow();
        groupEdits.edit(
                SERVER,
                project,
                group,
                before.version(),
                new GroupFields(type, before.name(), before.group().logicalAddress(), ""));
    }

    @Test
    void aDeviceKeepsItsTagsAndTellsThem() {
        assertThat(tags.tag(SERVER, project, "d1", List.of(" Lift ", "lift", "двор")))
                .isPresent();
        assertThat(device().tags()).containsExactly("lift", "двор");
        assertThat(tags.known(SERVER, project)).containsExactly("lift", "двор");
        PolicyDoors lifts = new PolicyDoors(List.of(), Set.of(), List.of(), Set.of(), null, Set.of("lift", "roof"));
        assertThat(lifts.fit(facts(MORNING))).isTrue();

        assertThatThrownBy(() -> tags.tag(SERVER, project, "d1", List.of("x".repeat(41))))
                .isInstanceOf(DeviceTagsRefusedException.class);
        assertThat(tags.tag(SERVER, project, "nowhere", List.of("x"))).isEmpty();
        NodeMemory.readAgain(context);
        assertThat(device().tags()).containsExactly("lift", "двор");
        tags.tag(SERVER, project, "d1", List.of());
        assertThat(lifts.fit(facts(MORNING))).isFalse();
    }

    @Test
    void aScheduleThatAPolicyNamesIsInTheFactsWithItsNextEdge() {
        assertThat(facts(MORNING).schedules()).isEmpty();
        Policy policy = during("s1");
        assertThatThrownBy(() -> policy.times().fit(facts(MORNING))).isInstanceOf(UnknownFactException.class);

        publish(policy);

        assertThat(facts(MORNING).schedules())
                .containsExactly(new AccessFacts.ScheduleFact("s1", true, Instant.parse("2026-05-04T11:00:00Z")));
        assertThat(policy.times().fit(facts(MORNING))).isTrue();
        assertThat(policy.times().fit(facts(EVENING))).isFalse();
    }

    @Test
    void whatAPolicyNamesIsNotDeletedUnawares() {
        Marker marker = markers.create(SERVER, project, "Owes", "#0f766e");
        Policy named = new Policy(
                UUID.randomUUID().toString(),
                "No laundry",
                PolicyEffect.DENY,
                new PolicyHolders(
                        Set.of(), Set.of(), List.of(), Set.of(), Set.of(), List.of(marker.id()), Set.of(), null, null),
                PolicyDoors.EVERY,
                during("s1").times(),
                0,
                Map.of());
        rulebooks.draft(SERVER, project, RuleSet.of(List.of(named, closed("g2", "d1"))), null);

        assertThatThrownBy(() -> schedules.delete(SERVER, project, "s1"))
                .isInstanceOfSatisfying(ScheduleInUseException.class, refused -> assertThat(refused.policies())
                        .containsExactly("No laundry"));
        assertThatThrownBy(() -> markers.delete(SERVER, project, marker.id()))
                .isInstanceOfSatisfying(MarkerRefusedException.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(MarkerRefusedException.Reason.NAMED_BY_POLICY);
                    assertThat(refused.value()).isEqualTo("No laundry");
                });
        assertThat(deletions.plan(SERVER, project, "g2").orElseThrow().policies())
                .containsExactly("Closed");

        rulebooks.discard(SERVER, project);
        markers.delete(SERVER, project, marker.id());
        assertThat(deletions.plan(SERVER, project, "g2").orElseThrow().policies())
                .isEmpty();
    }

    @Test
    void whatIsWrongWithTheNewPartsIsSaidByField() {
        Policy wrong = new Policy(
                UUID.randomUUID().toString(),
                "Wrong",
                PolicyEffect.DENY,
                new PolicyHolders(
                        Set.of(), Set.of(), List.of(), Set.of(), Set.of(), List.of("nobody’s"), Set.of(), 0, 3651),
                new PolicyDoors(List.of(), Set.of(), List.of(), Set.of(), null, Set.of("A,b")),
                during("nowhen").times(),
                0,
                Map.of());
        assertThat(rulebooks.check(SERVER, project, RuleSet.of(List.of(wrong))).stream()
                        .map(problem -> problem.field() + " " + problem.reason()))
                .containsExactly(
                        "policies[0].holders.markers " + Reason.UNKNOWN,
                        "policies[0].holders.olderThan " + Reason.DAYS_OUT_OF_RANGE,
                        "policies[0].holders.unusedFor " + Reason.DAYS_OUT_OF_RANGE,
                        "policies[0].doors.tags " + Reason.NO_TAG,
                        "policies[0].times.schedules " + Reason.UNKNOWN);
    }

    @Test
    void ageAndDisuseAreCountedInDaysAndNeverGuessed() {
        LocalDate created =
                requireNonNull(requireNonNull(facts(MORNING).identifier()).created());
        PolicyHolders old = aged(10, null);
        PolicyHolders unused = aged(null, 10);
        for (PolicyHolders asked : List.of(old, unused)) {
            assertThat(asked.fit(facts(at(created.plusDays(9), 23)))).isFalse();
            assertThat(asked.fit(facts(at(created.plusDays(10), 0)))).isTrue();
            assertThat(asked.firstDay(facts(MORNING))).isEqualTo(created.plusDays(10));
        }
        AccessFacts today = facts(MORNING);
        AccessFacts before = today.with(
                new AccessFacts.IdentifierFact("i1", null, null, null, 0, false, false, null),
                today.holder(),
                today.grants());
        assertThatThrownBy(() -> old.fit(before)).isInstanceOf(UnknownFactException.class);
        assertThatThrownBy(() -> unused.fit(before)).isInstanceOf(UnknownFactException.class);
    }

    private static PolicyHolders aged(@Nullable Integer older, @Nullable Integer unused) {
        return new PolicyHolders(Set.of(), Set.of(), List.of(), Set.of(), Set.of(), List.of(), Set.of(), older, unused);
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 30).atZone(java.time.ZoneId.of("Europe/London")).toInstant();
    }

    private static Policy during(String schedule) {
        return new Policy(
                UUID.randomUUID().toString(),
                "During " + schedule,
                PolicyEffect.DENY,
                PolicyHolders.EVERYBODY,
                PolicyDoors.EVERY,
                new PolicyTimes(Set.of(), null, null, HolidayUse.IGNORED, null, null, List.of(schedule)),
                0,
                Map.of());
    }

    private void publish(Policy policy) {
        RulebookVersion draft = rulebooks.draft(SERVER, project, RuleSet.of(List.of(policy)), null);
        releases.publish(SERVER, project, draft.edition(), Set.of(policy.id()));
    }

    private void mark(@Nullable String marker) {
        Person before = users.get(SERVER, project, "u1").orElseThrow();
        PersonDraft draft = before.draft();
        users.edit(
                SERVER,
                project,
                "u1",
                before.version(),
                new PersonDraft(
                        draft.name(),
                        draft.email(),
                        draft.profile(),
                        draft.groups(),
                        draft.phone(),
                        draft.address(),
                        marker));
    }

    private AccessFacts facts(Instant at) {
        return access.explain(new AccessRequest(house + "-1", "in", 1, IdentifierType.CARD, "12345678", at))
                .facts();
    }

    private AccessFacts.HolderFact holder() {
        return requireNonNull(facts(MORNING).holder());
    }

    private AccessFacts.DeviceFact device() {
        return requireNonNull(facts(MORNING).device());
    }
}
