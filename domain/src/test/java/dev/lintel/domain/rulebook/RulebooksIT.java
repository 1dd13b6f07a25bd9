package dev.lintel.domain.rulebook;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static dev.lintel.domain.rulebook.Policies.closed;
import static dev.lintel.domain.rulebook.Policies.couriersAtNight;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.access.AccessAnswer;
import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AccessService;
import dev.lintel.domain.access.Channel;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.Remedy;
import dev.lintel.domain.access.RequestOrigin;
import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.access.WantedFacts;
import dev.lintel.domain.access.WhyNot;
import dev.lintel.domain.access.matrix.DoorSpan;
import dev.lintel.domain.access.matrix.DoorWeekQuery;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Membership;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.rulebook.RulebookRefusedException.Reason;
import dev.lintel.domain.rulebook.RulebookVersion.State;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.wire.FieldProblem;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Tag("RU-5")
class RulebooksIT extends DatabaseIT {
    private static final Permission[] ALL = {
        Permission.RULE_VIEW,
        Permission.RULE_DRAFT,
        Permission.RULE_PUBLISH,
        Permission.DECISION_EXPLAIN,
        Permission.ACS_LOG_VIEW
    };

    @Autowired
    Sites sites;

    @Autowired
    AccessService access;

    @Autowired
    AccessDirectory directory;

    @Autowired
    Rulebooks rulebooks;

    @Autowired
    AccessDecisionPoint decisionPoint;

    @Autowired
    Releases releases;

    @Autowired
    Trials trials;

    @Autowired
    DraftWeeks weeks;

    @Autowired
    Replays replays;

    @Autowired
    RulebooksInForce inForce;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private String house;
    private long project;
    private Actor mary;
    private Actor pete;

    @BeforeEach
    void aHouse() throws IOException {
        house = UUID.randomUUID().toString();
        sites.load(Actor.server(), file(house(house)), false, progress -> {});
        project = requireNonNull(jdbc.queryForObject("select id from project where name = ?", Long.class, house));
        mary = actor("mary");
        pete = actor("pete");
        clock.set(Instant.parse("2026-05-04T10:00:00Z"));
    }

    @Test
    void aSecondPersonPutsADraftInForceAndDoorsHeedItAtOnce() {
        Policy policy = closed("g1", "d1");
        RulebookVersion draft = rulebooks.draft(mary, project, RuleSet.of(List.of(policy)), null);
        assertThat(draft.state()).isEqualTo(State.DRAFT);
        assertThat(draft.authors()).containsExactly(mary.name());
        assertThat(reasons(() -> publish(pete, draft, policy))).containsExactly(Reason.NOT_SUBMITTED);

        RulebookVersion submitted = releases.submit(mary, project, draft.edition(), " repairs ");
        assertThat(submitted.note()).isEqualTo("repairs");
        assertThat(reasons(() -> publish(mary, submitted, policy))).containsExactly(Reason.OWN_WORK);
        assertThat(ask().decision().reason()).isEqualTo(ReasonCode.GRANTED);

        // devices keep to it by themselves, so nobody has to say anything about them
        RulebookVersion published = publish(pete, submitted);
        assertThat(published.state()).isEqualTo(State.IN_FORCE);
        assertThat(published.publishedBy()).isEqualTo(pete.name());
        AccessAnswer answer = ask();
        assertThat(answer.decision().reason()).isEqualTo(ReasonCode.POLICY_DENIED);
        assertThat(answer.decision().policies()).extracting("name").containsExactly("Closed");
        assertThat(answer.facts().rulebook()).isEqualTo(project + "." + published.number());
        assertThat(new WhyNot(decisionPoint).of(answer.facts(), answer.decision()))
                .containsExactly(List.of(new Remedy(Remedy.Kind.NO_POLICY, null)));
        assertThat(rulebooks.open(mary, project)).isEmpty();
    }

    @Test
    void aScenarioThatFailsAndAnInvariantThatIsViolatedKeepADraftFromTheDoors() {
        rulebooks.oneIsEnough(pete, project, true);
        Policy closed = closed("g1", "d1");
        Scenario open = new Scenario(UUID.randomUUID().toString(), "Open", told(), null, Verdict.GRANT, null);
        Invariant always = new Invariant(
                UUID.randomUUID().toString(),
                "Nobody is kept out",
                Invariant.Kind.NEVER_KEPT_OUT,
                PolicyHolders.EVERYBODY,
                PolicyDoors.EVERY,
                PolicyTimes.ALWAYS);
        RuleSet rules = new RuleSet(List.of(closed), List.of(), List.of(open), List.of(always));
        TrialReport tried = trials.of(pete, project, rules);
        assertThat(tried.scenarios().getFirst().reason()).isEqualTo(ReasonCode.POLICY_DENIED);
        assertThat(tried.scenarios().getFirst().by()).containsExactly("Closed");
        assertThat(tried.coverage().rules()).isEqualTo(1);
        assertThat(tried.invariants())
                .filteredOn(result -> !result.holds())
                .extracting("name")
                .containsExactly("Nobody is kept out");

        RulebookVersion draft = rulebooks.draft(pete, project, rules, null);
        assertThat(reasons(() -> publish(pete, draft, closed)))
                .containsExactly(Reason.SCENARIO_FAILS, Reason.INVARIANT_VIOLATED);
        assertThat(ask().decision().reason()).isEqualTo(ReasonCode.GRANTED);

        Scenario shut = new Scenario(open.id(), "Shut", told(), null, Verdict.DENY, closed.id());
        RulebookVersion mended = rulebooks.draft(
                pete, project, new RuleSet(List.of(closed), List.of(), List.of(shut), List.of()), draft.edition());
        RulebookVersion published = publish(pete, mended, closed);
        assertThat(published.rules().scenarios()).containsExactly(shut);
        assertThat(requireNonNull(published.report()).trial().isPassed()).isTrue();
        assertThat(ask().decision().reason()).isEqualTo(ReasonCode.POLICY_DENIED);
    }

    @Test
    void theWeekOfADoorIsShownAsTheDraftWouldHaveIt() {
        DoorWeekQuery asked = new DoorWeekQuery(project, "u1", null, "d1", "in", 1, null);
        assertThat(weeks.hasDraft(mary, project)).isFalse();
        assertThat(weeks.week(Actor.server(), asked.drafted(true))).isEmpty();

        rulebooks.draft(mary, project, RuleSet.of(List.of(closed("g1", "d1"))), null);
        assertThat(weeks.hasDraft(mary, project)).isTrue();
        assertThat(weeks.week(Actor.server(), asked).orElseThrow().spans()).anyMatch(DoorSpan::opens);
        assertThat(weeks.week(Actor.server(), asked.drafted(true)).orElseThrow().spans())
                .noneMatch(DoorSpan::opens)
                .anyMatch(span -> span.reason() == ReasonCode.POLICY_DENIED);
    }

    private static RequestCase told() {
        return new RequestCase(
                HolderKind.RESIDENT,
                null,
                List.of("g1"),
                IdentifierType.CARD,
                "d1",
                null,
                LocalDateTime.of(2026, 5, 4, 12, 0),
                false,
                true);
    }

    @Test
    void anEarlierVersionIsTakenUpAgainAsANewOne() {
        RulebookVersion first = alone(List.of(couriersAtNight()));
        RulebookVersion second = alone(List.of(couriersAtNight(), closed("g1", "d1")));
        assertThat(ask().decision().reason()).isEqualTo(ReasonCode.POLICY_DENIED);

        RulebookVersion third = rulebooks.rollBack(pete, project, first.number());
        assertThat(third.restored()).isEqualTo(first.number());
        assertThat(third.policies()).isEqualTo(first.policies());
        assertThat(ask().decision().reason()).isEqualTo(ReasonCode.GRANTED);
        assertThat(rulebooks.history(mary, project))
                .extracting(RulebookVersion::number)
                .containsExactly(third.number(), second.number(), first.number());
        assertThat(rulebooks.version(mary, project, second.number()).retired()).isEqualTo(clock.instant());
        assertThat(reasons(() -> rulebooks.rollBack(pete, project, third.number())))
                .containsExactly(Reason.NOTHING_CHANGED);
        assertThatThrownBy(() -> rulebooks.rollBack(pete, project, 99)).isInstanceOf(NoSuchRulebookException.class);
    }

    @Test
    void whatIsInForceIsSoAgainAfterAStartAndAtEveryNode() {
        RulebookVersion published = alone(List.of(closed("g1", "d1")));
        directory.rulebook(project, null, WantedFacts.NONE);
        assertThat(ask().decision().reason()).isEqualTo(ReasonCode.GRANTED);

        inForce.heard("");

        assertThat(requireNonNull(directory.site(project)).rulebook())
                .isEqualTo(published.rulebook().version());
        assertThat(ask().decision().reason()).isEqualTo(ReasonCode.POLICY_DENIED);
    }

    @Test
    void twoPeopleWhoWriteAtOnceAreTold() {
        RulebookVersion draft = rulebooks.draft(mary, project, RuleSet.of(List.of(couriersAtNight())), null);
        rulebooks.draft(pete, project, RuleSet.of(List.of()), draft.edition());
        assertThatThrownBy(
                        () -> rulebooks.draft(mary, project, RuleSet.of(List.of(closed("g1", "d1"))), draft.edition()))
                .isInstanceOfSatisfying(RulebookRefusedException.class, refused -> assertThat(refused.isTooLate())
                        .isTrue());
        assertThat(rulebooks.open(mary, project).orElseThrow().authors()).containsExactly(mary.name(), pete.name());
        rulebooks.discard(mary, project);
        assertThat(rulebooks.open(mary, project)).isEmpty();
        assertThatThrownBy(() -> rulebooks.discard(mary, project)).isInstanceOf(NoSuchRulebookException.class);
    }

    @Test
    void whatIsWrongIsSaidByFieldAndNothingIsStored() {
        Policy hours = with(new PolicyTimes(
                Set.of(),
                LocalTime.of(9, 0),
                null,
                HolidayUse.IGNORED,
                LocalDate.of(2026, 5, 2),
                LocalDate.of(2026, 5, 1)));
        Policy stranger = closed("g99", "d99");
        Policy everybody = new Policy(
                UUID.randomUUID().toString(),
                "\u0007",
                dev.lintel.domain.access.PolicyEffect.DENY,
                PolicyHolders.EVERYBODY,
                PolicyDoors.EVERY,
                PolicyTimes.ALWAYS,
                101,
                Map.of("xx", "x"));
        assertThatThrownBy(() -> rulebooks.draft(
                        mary,
                        project,
                        RuleSet.of(List.of(hours, stranger, everybody, everybody.as("1", "\u0007"))),
                        null))
                .isInstanceOfSatisfying(
                        RulebookRefusedException.class, refused -> assertThat(refused.problems().stream()
                                        .map(problem -> problem.field() + " " + problem.reason())
                                        .collect(Collectors.toSet()))
                                .contains(
                                        "policies[0].times.to NO_HOURS",
                                        "policies[0].times.until BEFORE_SINCE",
                                        "policies[1].holders.groups UNKNOWN",
                                        "policies[1].doors.devices UNKNOWN",
                                        "policies[2].name UNPRINTABLE",
                                        "policies[2].priority OUT_OF_RANGE",
                                        "policies[2].reasons UNKNOWN",
                                        "policies[2].effect LOCKS_EVERYBODY_OUT",
                                        "policies[3].id MISSING",
                                        "policies[3].name TAKEN"));
        assertThat(rulebooks.open(mary, project)).isEmpty();
    }

    @Test
    void ofAnotherProjectNothingIsToBeSeenOrDone() {
        Actor stranger = TestActors.ofProject(project + 1, ALL);
        assertThatThrownBy(() -> rulebooks.inForce(stranger, project)).isInstanceOf(NoSuchRulebookException.class);
        assertThatThrownBy(() -> rulebooks.draft(stranger, project, RuleSet.of(List.of(couriersAtNight())), null))
                .isInstanceOf(NoSuchRulebookException.class);
        assertThatThrownBy(() -> replays.replay(stranger, project, RuleSet.of(List.of()), 1))
                .isInstanceOf(NoSuchRulebookException.class);
        Actor reader = TestActors.ofProject(project, Permission.RULE_VIEW);
        assertThatThrownBy(() -> rulebooks.draft(reader, project, RuleSet.of(List.of()), null))
                .isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    @Tag("RU-6")
    void aRecordThatCannotBeReadKeepsNobodyFromTheOthers() {
        ask();
        ask();
        jdbc.update(
                "update acs_log set facts = '{\"other\": true}' where id = (select min(id) from acs_log where project_id = ?)",
                project);
        ReplayReport report = replays.replay(mary, project, RuleSet.of(List.of()), 30);
        assertThat(report.judged()).isEqualTo(1);
        assertThat(report.unjudged()).isEqualTo(1);
    }

    @Test
    @Tag("RU-6")
    void recordedRequestsAreDecidedAgainOnTheFactsOfThen() {
        ask();
        courier("2026-05-04T10:30:00Z");
        ReplayReport nothing = replays.replay(mary, project, RuleSet.of(List.of()), 30);
        assertThat(nothing.judged()).isEqualTo(2);
        assertThat(nothing.shut() + nothing.opened() + nothing.unjudged()).isZero();

        Policy closed = closed("g1", "d1");
        ReplayReport report = replays.replay(mary, project, RuleSet.of(List.of(closed, couriersAtNight())), 30);
        assertThat(report.judged()).isEqualTo(2);
        assertThat(report.shut()).isEqualTo(1);
        assertThat(report.changes()).singleElement().satisfies(change -> {
            assertThat(change.deviceId()).isEqualTo("d1");
            assertThat(change.policies()).containsExactly("Closed");
            assertThat(change.count()).isEqualTo(1);
        });
        assertThat(report.examples()).singleElement().satisfies(example -> {
            assertThat(example.ownerName()).isEqualTo("Olena Коваль");
            assertThat(example.before()).isEqualTo(ReasonCode.GRANTED);
            assertThat(example.after()).isEqualTo(ReasonCode.POLICY_DENIED);
        });

        Actor unnamed = TestActors.ofProject(project, Permission.RULE_DRAFT, Permission.DECISION_EXPLAIN);
        assertThat(replays.replay(unnamed, project, RuleSet.of(List.of(closed)), 30)
                        .examples()
                        .getFirst()
                        .ownerName())
                .isNull();
    }

    private Policy with(PolicyTimes times) {
        Policy night = couriersAtNight();
        return new Policy(
                UUID.randomUUID().toString(),
                "Hours",
                night.effect(),
                night.holders(),
                night.doors(),
                times,
                0,
                Map.of());
    }

    private RulebookVersion alone(List<Policy> policies) {
        rulebooks.oneIsEnough(pete, project, true);
        RulebookVersion draft = rulebooks.draft(pete, project, RuleSet.of(policies), null);
        return publish(pete, draft, policies.toArray(Policy[]::new));
    }

    private RulebookVersion publish(Actor by, RulebookVersion draft, Policy... confirmed) {
        Set<String> ids = Stream.of(confirmed).map(Policy::id).collect(Collectors.toSet());
        return releases.publish(by, project, draft.edition(), ids);
    }

    private static List<Object> reasons(Runnable refused) {
        try {
            refused.run();
        } catch (RulebookRefusedException e) {
            return e.problems().stream().<Object>map(FieldProblem::reason).toList();
        }
        return List.of();
    }

    private AccessAnswer ask() {
        return ask(IdentifierType.CARD, "12345678", clock.instant());
    }

    private void courier(String at) {
        ask(IdentifierType.ACCESS_CODE, "4711", Instant.parse(at));
    }

    private AccessAnswer ask(IdentifierType type, String value, Instant at) {
        return access.ask(
                new AccessRequest(house + "-1", "in", 1, type, value, at), new RequestOrigin(Channel.REST, null, null));
    }

    private Actor actor(String name) {
        String login = name + "-" + house;
        Long account = jdbc.queryForObject(
                "insert into account (login, password_hash, must_change_password, locale) values (?, '', false, 'en')"
                        + " returning id",
                Long.class,
                login);
        return new Actor(login, account, Set.of(ALL), new Membership(project, "nobody", Set.of("g1"), true), null);
    }
}
