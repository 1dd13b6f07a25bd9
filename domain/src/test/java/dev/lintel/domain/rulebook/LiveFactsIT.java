package dev.lintel.domain.rulebook;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.access.AccessAnswer;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.AccessFacts.LiveFact;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AccessService;
import dev.lintel.domain.access.Channel;
import dev.lintel.domain.access.Insider;
import dev.lintel.domain.access.InsiderList;
import dev.lintel.domain.access.Insiders;
import dev.lintel.domain.access.NodeMemory;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.RequestOrigin;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.access.ThreatLevels;
import dev.lintel.domain.access.ThreatLevels.SetLevel;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.notification.Feed;
import dev.lintel.domain.notification.NotificationKind;
import dev.lintel.domain.notification.Notifications;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.rulebook.PolicyState.Inside;
import dev.lintel.domain.rulebook.PolicyState.Interlock;
import dev.lintel.domain.rulebook.PolicyState.Second;
import dev.lintel.domain.rulebook.PolicyState.Whose;
import dev.lintel.domain.rulebook.RulebookRefusedException.Reason;
import dev.lintel.domain.site.Sites;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is going on at a door, as policies ask it: in force at once, known after a start. */
@Tag("RU-1")
class LiveFactsIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();
    private static final Instant NOON = Instant.parse("2026-05-04T11:00:00Z");

    /** Of the next morning, in London. */
    private static final Instant FOUR = Instant.parse("2026-05-05T03:00:00Z");

    private static final String MORE = """
            {"kind":"device","id":"d3","group":"g1","type":"panel","model":"AA-12","serial":"SERIAL-3","locks":1}
            {"kind":"restriction","id":"r3","name":"Inner door","lines":[{"device":"d3","accessPoint":null,"lock":"first"}]}
            {"kind":"grant","restriction":"r3","to":{"group":"g1"}}
            {"kind":"user","id":"u2","name":"Second","groups":["g2"]}
            {"kind":"identifier","id":"i3","user":"u2","type":"card","value":"87654321"}
            {"kind":"identifier","id":"i4","user":"u1","type":"card","value":"11112222"}
            """;

    @Autowired
    Sites sites;

    @Autowired
    AccessService access;

    @Autowired
    AccessDirectory directory;

    @Autowired
    Notifications notifications;

    @Autowired
    Rulebooks rulebooks;

    @Autowired
    Releases releases;

    @Autowired
    ThreatLevels levels;

    @Autowired
    Insiders insiders;

    @Autowired
    InsiderList insiderList;

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
        sites.load(SERVER, file(withMore(house)), false, progress -> {});
        project = requireNonNull(jdbc.queryForObject("select id from project where name = ?", Long.class, house));
        clock.set(NOON);
        rulebooks.oneIsEnough(SERVER, project, true);
    }

    @Test
    void aLevelOfAGroupHoldsBelowItAtOnceAndAfterAStart() {
        assertThat(ask("12345678", NOON).facts().live()).isNull();
        publish(new PolicyState(Set.of(ThreatLevel.LOCKDOWN), null));
        assertThat(ask("12345678", NOON).decision().reason()).isEqualTo(ReasonCode.GRANTED);

        assertThat(levels.set(SERVER, project, "g1", ThreatLevel.LOCKDOWN)).isTrue();
        assertThat(ask("12345678", NOON).decision().reason()).isEqualTo(ReasonCode.POLICY_DENIED);
        assertThat(ask("12345678", NOON).facts().live()).isEqualTo(new LiveFact(ThreatLevel.LOCKDOWN, null, null));
        NodeMemory.readAgain(context);
        assertThat(ask("12345678", NOON).decision().reason()).isEqualTo(ReasonCode.POLICY_DENIED);

        levels.set(SERVER, project, "g2", ThreatLevel.EVACUATION);
        assertThat(ask("12345678", NOON).decision().reason()).isEqualTo(ReasonCode.POLICY_DENIED);
        levels.set(SERVER, project, "g1", ThreatLevel.NORMAL);
        assertThat(ask("12345678", NOON).decision().reason()).isEqualTo(ReasonCode.GRANTED);
        assertThat(levels.of(SERVER, project)).extracting(SetLevel::group).containsExactly("g2");
        assertThat(jdbc.queryForList(
                        "select after ->> 'level' from audit_entry where project_id = ? and kind = 'threat-level' order by id",
                        String.class,
                        project))
                .containsExactly("lockdown", "evacuation", "normal");
    }

    @Test
    void aLevelIsSetWithinReachOnly() {
        Actor guard = TestActors.ofGroups(project, Set.of("g2"), Permission.THREAT_SET);
        assertThat(levels.set(guard, project, "g1", ThreatLevel.LOCKDOWN)).isFalse();
        assertThat(levels.set(guard, project, "g2", ThreatLevel.ELEVATED)).isTrue();
        assertThat(levels.of(guard, project)).hasSize(1);
        Actor stranger = TestActors.ofProject(project + 1, Permission.THREAT_SET, Permission.RULE_VIEW);
        assertThat(levels.set(stranger, project, "g1", ThreatLevel.LOCKDOWN)).isFalse();
        assertThat(levels.of(stranger, project)).isEmpty();
        Actor reader = TestActors.ofProject(project, Permission.RULE_VIEW);
        assertThat(levels.of(reader, project)).hasSize(1);
        assertThatThrownBy(() -> levels.set(reader, project, "g1", ThreatLevel.NORMAL))
                .isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void wrongCodesAtADoorThrottleItUntilTheyAreLongAgo() {
        publish(new PolicyState(Set.of(), new PolicyState.Failures(2, 10)));
        ask("1", NOON);
        assertThat(ask("12345678", NOON.plusSeconds(60)).decision().reason()).isEqualTo(ReasonCode.GRANTED);
        ask("2", NOON.plusSeconds(120));
        assertThat(ask("12345678", NOON.plusSeconds(180)).decision().reason()).isEqualTo(ReasonCode.POLICY_DENIED);

        NodeMemory.readAgain(context);

        assertThat(requireNonNull(ask("12345678", NOON.plusSeconds(180)).facts().live())
                        .failures())
                .containsExactly(NOON, NOON.plusSeconds(120));
        assertThat(ask("12345678", NOON.plusSeconds(599)).decision().reason()).isEqualTo(ReasonCode.POLICY_DENIED);
        assertThat(ask("12345678", NOON.plusSeconds(600)).decision().reason()).isEqualTo(ReasonCode.GRANTED);
    }

    @Test
    void whoIsInsideDoesNotGoInAgain() {
        publish(new PolicyState(Set.of(), null, new PolicyState.Passback(null), null, null, null));
        assertThat(pass("12345678", "in", NOON)).isEqualTo(ReasonCode.GRANTED);
        assertThat(pass("12345678", "in", NOON.plusSeconds(5))).isEqualTo(ReasonCode.POLICY_DENIED);
        assertThat(pass("87654321", "in", NOON.plusSeconds(6))).isEqualTo(ReasonCode.GRANTED);

        NodeMemory.readAgain(context);

        assertThat(pass("12345678", "in", NOON.plusSeconds(10))).isEqualTo(ReasonCode.POLICY_DENIED);
        assertThat(pass("12345678", null, NOON.plusSeconds(11))).isEqualTo(ReasonCode.GRANTED);
        assertThat(pass("12345678", "out", NOON.plusSeconds(20))).isEqualTo(ReasonCode.GRANTED);
        assertThat(pass("12345678", "in", NOON.plusSeconds(30))).isEqualTo(ReasonCode.GRANTED);
        assertThat(inside()).isEqualTo(Map.of("g1", 2));

        assertThat(pass("12345678", "in", FOUR.minusSeconds(1))).isEqualTo(ReasonCode.POLICY_DENIED);
        assertThat(pass("12345678", "in", FOUR)).isEqualTo(ReasonCode.GRANTED);
        assertThat(inside()).isEqualTo(Map.of("g1", 1));
    }

    @Test
    void ofManyWhoComeInTheSameMomentOneGoesIn() {
        publish(new PolicyState(Set.of(), null, new PolicyState.Passback(null), null, null, null));
        for (int round = 0; round < 20; round++) {
            Instant moment = NOON.plusSeconds(10L * round);
            clock.set(moment);
            List<CompletableFuture<ReasonCode>> answers = IntStream.range(0, 8)
                    .mapToObj(who -> CompletableFuture.supplyAsync(
                            () -> ask("12345678", moment.minusNanos(1_000_000L * who))
                                    .decision()
                                    .reason(),
                            Thread::startVirtualThread))
                    .toList();
            assertThat(answers.stream().map(CompletableFuture::join))
                    .filteredOn(reason -> reason == ReasonCode.GRANTED)
                    .hasSize(1);
            assertThat(pass("12345678", "out", moment.plusSeconds(1))).isEqualTo(ReasonCode.GRANTED);
        }
    }

    @Test
    void whoPassedBeforeThePolicyCameIsKnown() {
        assertThat(pass("12345678", "in", NOON)).isEqualTo(ReasonCode.GRANTED);
        assertThat(inside()).isEmpty();
        publish(new PolicyState(Set.of(), null, null, new Inside(Set.of(), 1, null), null, null));
        assertThat(inside()).isEqualTo(Map.of("g1", 1));
        assertThat(pass("87654321", "in", NOON.plusSeconds(5))).isEqualTo(ReasonCode.POLICY_DENIED);
        assertThat(pass("12345678", "out", NOON.plusSeconds(6))).isEqualTo(ReasonCode.POLICY_DENIED);
    }

    @Test
    void aSecondPersonPresentsWithinTheTime() {
        publish(new PolicyState(Set.of(), null, null, null, new Second(Whose.OTHER_PERSON, 30), null));
        assertThat(pass("12345678", "in", NOON)).isEqualTo(ReasonCode.SECOND_CREDENTIAL_NEEDED);
        assertThat(pass("12345678", "in", NOON.plusSeconds(5))).isEqualTo(ReasonCode.SECOND_CREDENTIAL_NEEDED);

        NodeMemory.readAgain(context);

        assertThat(pass("87654321", "in", NOON.plusSeconds(34))).isEqualTo(ReasonCode.GRANTED);
        assertThat(pass("87654321", "in", NOON.plusSeconds(35))).isEqualTo(ReasonCode.SECOND_CREDENTIAL_NEEDED);
    }

    @Test
    void somethingElseOfTheSamePersonIsASecondCredential() {
        publish(new PolicyState(Set.of(), null, null, null, new Second(Whose.SAME_PERSON, 30), null));
        assertThat(pass("12345678", "in", NOON)).isEqualTo(ReasonCode.SECOND_CREDENTIAL_NEEDED);
        assertThat(pass("87654321", "in", NOON.plusSeconds(1))).isEqualTo(ReasonCode.SECOND_CREDENTIAL_NEEDED);
        assertThat(pass("11112222", "in", NOON.plusSeconds(2))).isEqualTo(ReasonCode.GRANTED);
    }

    @Test
    void doorsOfAnAreaExcludeEachOther() {
        publish(new PolicyState(Set.of(), null, null, null, null, new Interlock(10)));
        assertThat(pass("12345678", "in", NOON)).isEqualTo(ReasonCode.GRANTED);
        assertThat(pass("12345678", "in", NOON.plusSeconds(1))).isEqualTo(ReasonCode.GRANTED);
        assertThat(passAt("3", "12345678", "in", NOON.plusSeconds(2))).isEqualTo(ReasonCode.POLICY_DENIED);
        assertThat(passAt("3", "12345678", "in", NOON.plusSeconds(11))).isEqualTo(ReasonCode.GRANTED);
        assertThat(pass("12345678", "in", NOON.plusSeconds(12))).isEqualTo(ReasonCode.POLICY_DENIED);
    }

    @Test
    void whoIsDeletedIsNoLongerInside() {
        publish(new PolicyState(Set.of(), null, null, new Inside(Set.of(), 5, null), null, null));
        pass("12345678", "in", NOON);
        pass("87654321", "in", NOON);
        assertThat(inside()).isEqualTo(Map.of("g1", 2));
        List<String> left =
                withMore(house).lines().filter(line -> !line.contains("\"u2\"")).toList();
        assertThat(loaded(String.join("\n", left))).isTrue();
        assertThat(inside()).isEqualTo(Map.of("g1", 1));
    }

    @Test
    void whoIsForgottenGetsInAgainAndStaysForgotten() {
        publish(new PolicyState(Set.of(), null, new PolicyState.Passback(null), null, null, null));
        pass("12345678", "in", NOON);
        pass("87654321", "in", NOON.plusSeconds(1));
        assertThat(insiders.areas(SERVER, project)).containsExactly(new Insiders.Area(project, "g1", "House", 2));
        assertThat(insidersOf(project))
                .extracting(Insider::personName, Insider::since, Insider::deviceName)
                .containsExactly(
                        tuple("Olena Коваль", NOON, "House · AA-12"),
                        tuple("Second", NOON.plusSeconds(1), "House · AA-12"));

        clock.set(NOON.plusSeconds(10));
        assertThat(insiders.forget(SERVER, project, "g1", "u1")).isTrue();
        assertThat(insiders.forget(SERVER, project, "g1", "u1")).isFalse();
        assertThat(inside()).isEqualTo(Map.of("g1", 1));
        assertThat(pass("87654321", "in", NOON.plusSeconds(11))).isEqualTo(ReasonCode.POLICY_DENIED);

        try (ConfigurableApplicationContext other = afterAStart()) {
            SiteSnapshot site =
                    requireNonNull(other.getBean(AccessDirectory.class).site(project));
            // from the first request on
            assertThat(site.rulebook()).isEqualTo(project + ".1");
            assertThat(site.inside(clock.instant())).isEqualTo(Map.of("g1", 1));

            assertThat(pass("12345678", "in", NOON.plusSeconds(12))).isEqualTo(ReasonCode.GRANTED);
            clock.set(NOON.plusSeconds(20));
            assertThat(insiders.forgetAll(SERVER, project, "g1")).hasValue(2);
            assertThat(insidersOf(project)).isEmpty();
            // the other node hears of it
            await().untilAsserted(() -> assertThat(
                            requireNonNull(other.getBean(AccessDirectory.class).site(project))
                                    .inside(clock.instant()))
                    .isEmpty());
        }
        assertThat(pass("87654321", "in", NOON.plusSeconds(21))).isEqualTo(ReasonCode.GRANTED);
        assertThat(jdbc.queryForList("""
                        select kind || ' ' || record_name || ' ' || before::text from audit_entry
                        where project_id = ? and kind in ('presence', 'area') order by id""", String.class, project))
                .containsExactly(
                        "presence Olena Коваль {\"area\": \"House\", \"device\": \"House · AA-12\"}",
                        "area House {\"inside\": \"2\"}");
    }

    @Test
    void whoIsInsideIsSeenAndForgottenWithinReachOnly() {
        publish(new PolicyState(Set.of(), null, null, new Inside(Set.of(), 5, null), null, null));
        pass("12345678", "in", NOON);
        Actor guardOfTheFlat = TestActors.ofGroups(project, Set.of("g2"), Permission.THREAT_SET);
        assertThat(insiders.all(guardOfTheFlat)).isEmpty();
        assertThat(insiders.forget(guardOfTheFlat, project, "g1", "u1")).isFalse();
        assertThat(insiders.forgetAll(guardOfTheFlat, project, "g1")).isEmpty();
        Actor stranger = TestActors.ofProject(project + 1, Permission.THREAT_SET, Permission.ACS_LOG_VIEW);
        assertThat(insiders.all(stranger)).isEmpty();
        assertThat(insiders.areCounted(stranger, null)).isFalse();
        assertThat(insiders.forget(stranger, project, "g1", "u1")).isFalse();
        Actor reader = TestActors.ofProject(project, Permission.ACS_LOG_VIEW);
        assertThat(insiders.all(reader)).hasSize(1);
        assertThatThrownBy(() -> insiders.forget(reader, project, "g1", "u1"))
                .isInstanceOf(PermissionDeniedException.class);
        Actor resident = TestActors.ofProject(project, Permission.USER_VIEW);
        assertThatThrownBy(() -> insiders.all(resident)).isInstanceOf(PermissionDeniedException.class);
        Actor guard = TestActors.ofGroups(project, Set.of("g1"), Permission.THREAT_SET);
        assertThat(insiders.forgetAll(guard, project, "g1")).hasValue(1);
        assertThat(insiders.forgetAll(guard, project, "g1")).hasValue(0);
    }

    /** What was said yesterday is not kept, and holds for nothing. */
    @Test
    void theNextDayBeginsAnew() {
        publish(new PolicyState(Set.of(), null, new PolicyState.Passback(null), null, null, null));
        pass("12345678", "in", NOON);
        insiders.forgetAll(SERVER, project, "g1");
        pass("12345678", "in", FOUR);
        assertThat(inside()).isEqualTo(Map.of("g1", 1));
        insiders.forget(SERVER, project, "g1", "u1");
        assertThat(jdbc.queryForList(
                        "select person_id from forgotten_presence where project_id = ?", String.class, project))
                .containsExactly("u1");
    }

    private List<Insider> insidersOf(long number) {
        ListQuery<Insider> query = ListQuery.everything(insiderList.listing());
        return insiderList.page(SERVER, query, null, 100).rows().stream()
                .filter(insider -> insider.project() == number)
                .toList();
    }

    /** Another node, which knows nothing but what is stored. */
    private ConfigurableApplicationContext afterAStart() {
        return new SpringApplicationBuilder(DatabaseIT.Domain.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + context.getEnvironment().getProperty("spring.datasource.url"),
                        "spring.datasource.username=postgres",
                        "spring.main.banner-mode=off")
                .run();
    }

    private static String withMore(String house) {
        return house(house) + MORE.replace("SERIAL", house);
    }

    @Test
    void whatAPolicyNotesPeopleAreTold() {
        Policy soft = policy(
                PolicyEffect.NOTIFY, new PolicyState(Set.of(), null, new PolicyState.Passback(5), null, null, null));
        publish(soft);
        Actor guard = TestActors.ofProject(project, Permission.ACS_LOG_VIEW);
        pass("12345678", "in", NOON);
        pass("12345678", "in", NOON.plusSeconds(1));
        await().untilAsserted(() -> assertThat(notifications.list(guard, Feed.ACS, null, 10))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.kind()).isEqualTo(NotificationKind.POLICY);
                    assertThat(told.detail()).isEqualTo("a");
                    assertThat(told.person()).isEqualTo("Olena Коваль");
                }));
        Actor elsewhere = TestActors.ofGroups(project, Set.of("g2"), Permission.ACS_LOG_VIEW);
        assertThat(notifications.list(elsewhere, Feed.ALL, null, 10)).isEmpty();
    }

    private boolean loaded(String text) {
        try {
            sites.load(SERVER, file(text), true, progress -> {});
            return true;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Map<String, Integer> inside() {
        return requireNonNull(directory.site(project)).inside(clock.instant());
    }

    private ReasonCode pass(String card, @Nullable String way, Instant at) {
        return passAt("1", card, way, at);
    }

    private ReasonCode passAt(String door, String card, @Nullable String way, Instant at) {
        clock.set(at);
        return access.ask(
                        new AccessRequest(house + "-" + door, way, 1, IdentifierType.CARD, card, at),
                        new RequestOrigin(Channel.REST, null, null))
                .decision()
                .reason();
    }

    @Test
    void theWayOutIsForDangerOnlyAndNumbersAreChecked() {
        Policy always = policy(PolicyEffect.EGRESS, PolicyState.ANY);
        Policy normal = policy(PolicyEffect.EGRESS, new PolicyState(Set.of(ThreatLevel.NORMAL), null));
        Policy many = policy(PolicyEffect.DENY, new PolicyState(Set.of(), new PolicyState.Failures(21, 0)));
        assertThat(rulebooks
                        .check(
                                SERVER,
                                project,
                                RuleSet.of(List.of(always, normal.as(normal.id(), "b"), many.as(many.id(), "c"))))
                        .stream()
                        .map(problem -> problem.field() + " " + problem.reason()))
                .containsExactly(
                        "policies[0].times.state.threats " + Reason.EGRESS_WITHOUT_DANGER,
                        "policies[1].times.state.threats " + Reason.EGRESS_WITHOUT_DANGER,
                        "policies[2].times.state.failures.count " + Reason.FAILURES_OUT_OF_RANGE,
                        "policies[2].times.state.failures.minutes " + Reason.FAILURES_OUT_OF_RANGE);
        for (ReadyMadePolicy ready : ReadyMadePolicy.values()) {
            assertThat(rulebooks.check(SERVER, project, RuleSet.of(List.of(ready.policy("Ready", Map.of())))))
                    .as(ready.name())
                    .isEmpty();
        }
    }

    private void publish(PolicyState state) {
        publish(policy(PolicyEffect.DENY, state));
    }

    private void publish(Policy policy) {
        RulebookVersion draft = rulebooks.draft(SERVER, project, RuleSet.of(List.of(policy)), null);
        releases.publish(SERVER, project, draft.edition(), Set.of(policy.id()));
    }

    private static Policy policy(PolicyEffect effect, PolicyState state) {
        return new Policy(
                UUID.randomUUID().toString(),
                "a",
                effect,
                PolicyHolders.EVERYBODY,
                PolicyDoors.EVERY,
                PolicyTimes.ALWAYS.in(state),
                0,
                Map.of());
    }

    private AccessAnswer ask(String card, Instant at) {
        clock.set(at);
        return access.ask(
                new AccessRequest(house + "-1", "in", 1, IdentifierType.CARD, card, at),
                new RequestOrigin(Channel.REST, null, null));
    }
}
