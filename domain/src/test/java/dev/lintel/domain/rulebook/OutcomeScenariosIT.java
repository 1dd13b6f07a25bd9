package dev.lintel.domain.rulebook;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.device.EventCategory;
import dev.lintel.domain.device.EventPriority;
import dev.lintel.domain.guestpass.GuestLimits;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.rulebook.RulebookRefusedException.Problem;
import dev.lintel.domain.rulebook.ScenarioYamlException.Reason;
import dev.lintel.domain.rulebook.TrialReport.OutcomeResult;
import dev.lintel.domain.rulebook.TrialReport.ScenarioResult;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Scenarios of tables about something else than doors: they keep a draft from coming into force like those of doors. */
@Tag("RU-4")
@Tag("RU-5")
class OutcomeScenariosIT extends RuledHouseIT {
    private static final LocalDateTime MONDAY_NOON = LocalDateTime.of(2026, 5, 4, 12, 0);
    private static final Outcome ONE_DAY = Outcome.of(new GuestLimits(1, null, null));
    private static final OutcomeTable LIMITS = new OutcomeTable(
            id(),
            "Visitors",
            OutcomeKind.GUEST_LIMITS,
            List.of(
                    row(
                            Set.of(),
                            new PolicyHolders(Set.of(HolderKind.COURIER), Set.of(), List.of("g1"), Set.of()),
                            PolicyDoors.EVERY,
                            ONE_DAY),
                    row(Set.of(), PolicyHolders.EVERYBODY, PolicyDoors.EVERY, Outcome.NOTHING)));
    private static final OutcomeTable EVENTS = new OutcomeTable(
            id(),
            "Events",
            OutcomeKind.EVENT_PRIORITY,
            List.of(row(
                    Set.of("panel_dreamt"),
                    PolicyHolders.EVERYBODY,
                    new PolicyDoors(List.of("g3"), Set.of(), List.of(), Set.of(), null),
                    Outcome.of(EventPriority.CRITICAL, null))));
    private static final OutcomeTable IMPORTANCE = new OutcomeTable(
            id(),
            "Importance",
            OutcomeKind.NOTIFICATION_IMPORTANCE,
            List.of(
                    row(
                            Set.of("pass"),
                            new PolicyHolders(Set.of(), Set.of(), List.of("g1"), Set.of()),
                            PolicyDoors.EVERY,
                            Outcome.of(Importance.IMPORTANT)),
                    row(Set.of("granted"), PolicyHolders.EVERYBODY, PolicyDoors.EVERY, Outcome.of(Importance.NORMAL))));

    @Autowired
    Trials trials;

    @Autowired
    ScenarioTexts texts;

    @Test
    void oneThatFailsKeepsADraftFromComingIntoForceAndSaysWhichRowItIs() {
        Scenario wrong = scenario("Courier", pass(HolderKind.COURIER, "g3"), Outcome.NOTHING);
        Scenario events = scenario("Dream", event("panel_dreamt", "d1"), Outcome.of(EventPriority.CRITICAL, null));
        RuleSet rules = rules(wrong, events);
        List<ScenarioResult> results = trials.of(mary, project, rules).scenarios();
        assertThat(requireNonNull(results.getFirst().outcome()))
                .isEqualTo(new OutcomeResult(OutcomeKind.GUEST_LIMITS, Outcome.NOTHING, ONE_DAY, 1));
        assertThat(results.getFirst().by()).containsExactly("Visitors");
        assertThat(requireNonNull(results.getLast().outcome()).said()).isEqualTo(Outcome.NOTHING);
        assertThat(requireNonNull(results.getLast().outcome()).row()).isNull();

        RulebookVersion draft = rulebooks.draft(mary, project, rules, null);
        assertThat(refused(draft))
                .containsExactly(
                        "scenarios[0].outcome SCENARIO_FAILS Courier", "scenarios[1].outcome SCENARIO_FAILS Dream");
        assertThat(rulebooks.inForce(mary, project)).isEmpty();

        RuleSet mended = rules(
                scenario("Courier", pass(HolderKind.COURIER, "g3"), ONE_DAY),
                scenario("Guest", pass(HolderKind.GUEST, "g3"), Outcome.NOTHING),
                scenario("Dream", event("panel_dreamt", "d3"), Outcome.of(EventPriority.CRITICAL, null)),
                scenario("Calm", event("", "d3"), Outcome.NOTHING));
        RulebookVersion better = rulebooks.draft(mary, project, mended, draft.edition());
        RulebookVersion published = releases.publish(mary, project, better.edition(), Set.of());
        assertThat(published.rules()).isEqualTo(mended);
        TrialReport report = requireNonNull(
                        rulebooks.version(mary, project, published.number()).report())
                .trial();
        assertThat(report.isPassed()).isTrue();
        assertThat(report.scenarios())
                .extracting(result -> requireNonNull(result.outcome()).row())
                .containsExactly(1, 2, 1, null);
        assertThat(report.coverage().rules()).isEqualTo(3);
        assertThat(report.coverage().allRules()).isEqualTo(5);
        assertThat(report.coverage().untried())
                .containsExactlyElementsOf(
                        IMPORTANCE.rows().stream().map(OutcomeRow::id).toList());
    }

    @Test
    void aPassIsToldByItsReasonAndWhatHappensToNobodyBySayingNothingOfAnybody() {
        Outcome important = Outcome.of(Importance.IMPORTANT);
        Outcome normal = Outcome.of(Importance.NORMAL);
        List<ScenarioResult> results = trials.of(
                        mary,
                        project,
                        rules(
                                scenario("One", told("granted", "g3", null, "d1"), important),
                                scenario("Two", told("granted", null, null, "d1"), normal),
                                scenario("Three", told("granted", null, FamilyRole.MAIN, null), normal),
                                scenario("Four", told("device-offline", null, null, "d1"), Outcome.NOTHING)))
                .scenarios();
        assertThat(results).allMatch(ScenarioResult::passed);
        assertThat(requireNonNull(new OutcomeCase(
                                OutcomeKind.NOTIFICATION_IMPORTANCE,
                                told("granted", "g3", null, "d1").question(),
                                important)
                        .question()
                        .family()))
                .isEqualTo(FamilyRole.MAIN);
    }

    @Test
    void whereNoTableOrNoDeviceIsLeftItSaysSo() {
        Scenario limits = scenario("Courier", pass(HolderKind.COURIER, "g3"), Outcome.NOTHING);
        Scenario event = scenario("Dream", event("panel_dreamt", "d9"), Outcome.NOTHING);
        List<ScenarioResult> results = trials.run(project, RuleSet.EMPTY.withScenarios(List.of(limits, event)))
                .scenarios();
        assertThat(results).extracting(ScenarioResult::passed).containsExactly(true, false);
        assertThat(requireNonNull(results.getLast().outcome()).said()).isNull();
    }

    @Test
    void whatIsWrongIsSaidWithItsField() {
        OutcomeExample bad = new OutcomeExample(
                "pass",
                HolderKind.RESIDENT,
                IdentifierType.CARD,
                "x\u0007<script>",
                List.of("g9"),
                "m9",
                null,
                "d9",
                null,
                false,
                null,
                Set.of("s9"));
        Outcome beyond = new Outcome(0, null, null, Importance.NORMAL, null, EventCategory.ACCESS);
        assertThat(problems(scenario("A", new OutcomeCase(OutcomeKind.GUEST_LIMITS, bad, beyond), beyond)))
                .containsExactlyInAnyOrder(
                        "topic NOT_ASKED_HERE",
                        "kind NOT_ASKED_HERE",
                        "identifier NOT_ASKED_HERE",
                        "profile UNPRINTABLE",
                        "groups UNKNOWN",
                        "marker UNKNOWN",
                        "device NOT_ASKED_HERE",
                        "device UNKNOWN",
                        "open NOT_ASKED_HERE",
                        "open UNKNOWN",
                        "outcome.days BEYOND_RANGE",
                        "outcome.importance NOT_ASKED_HERE",
                        "outcome.category NOT_ASKED_HERE");
        assertThat(problems(scenario(
                        "A", new OutcomeCase(OutcomeKind.NOTIFICATION_IMPORTANCE, bad, beyond), Outcome.NOTHING)))
                .contains("topic UNKNOWN", "kind NOT_ASKED_HERE", "at MISSING", "device UNKNOWN");
        assertThat(problems(scenario(
                        "A", new OutcomeCase(OutcomeKind.EVENT_PRIORITY, OutcomeExample.NOTHING, beyond), ONE_DAY)))
                .containsExactlyInAnyOrder(
                        "topic MISSING", "device MISSING", "at MISSING", "outcome.days NOT_ASKED_HERE");
        Scenario both = new Scenario(id(), "A", null, null, pass(HolderKind.GUEST, "g1"), Verdict.DENY, LIMITS.id());
        assertThat(problems(both)).containsExactlyInAnyOrder("expected NOT_ASKED_HERE", "by NOT_ASKED_HERE");
        assertThat(problems(new Scenario(id(), "A", null, null, null, null, null)))
                .containsExactlyInAnyOrder("expected MISSING", "request EMPTY");
    }

    @Test
    void asTextTheyAreReadAsTheyAreWrittenAndWhatIsWrongHasItsLine() {
        RuleSet all = rules(
                scenario("Courier", pass(HolderKind.COURIER, "g3"), new Outcome(1, 2, 0, null, null, null)),
                scenario("Calm: «ґ» # no", event("", "d3"), Outcome.NOTHING),
                scenario(
                        "Pass",
                        new OutcomeCase(
                                OutcomeKind.NOTIFICATION_IMPORTANCE,
                                new OutcomeExample(
                                        "granted",
                                        null,
                                        null,
                                        "on: yes",
                                        List.of("g1", "g3"),
                                        null,
                                        FamilyRole.MEMBER,
                                        "d1",
                                        MONDAY_NOON,
                                        true,
                                        false,
                                        Set.of("s1")),
                                Outcome.NOTHING),
                        Outcome.of(Importance.IMPORTANT)));
        rulebooks.draft(mary, project, all, null);
        String yaml = texts.yaml(mary, project);
        assertThat(yaml).contains("about: guest-limits", "outcome: {", "topic: ''", "importance: important");
        assertThat(texts.write(mary, project, yaml, edition()).rules()).isEqualTo(all);

        String wrong = """
                - name: One
                  about: weather
                  question:
                    topic: [x]
                    at: noon
                    colour: red
                    family: uncle
                  outcome:
                    days: many
                    importance: urgent
                - name: Two
                  question: {}
                - name: Three
                  about: guest-limits
                  question: {kind: guest, identifier: qr}
                  outcome: {}
                  expected: grant
                """;
        assertThat(lines(wrong))
                .containsExactlyInAnyOrder(
                        "2 scenarios[0].about " + Reason.NO_CHOICE,
                        "4 scenarios[0].question.topic " + Reason.NO_VALUE,
                        "5 scenarios[0].question.at " + Reason.NO_TIME,
                        "6 scenarios[0].question.colour " + Reason.UNKNOWN_FIELD,
                        "7 scenarios[0].question.family " + Reason.NO_CHOICE,
                        "9 scenarios[0].outcome.days " + Reason.NO_NUMBER,
                        "10 scenarios[0].outcome.importance " + Reason.NO_CHOICE,
                        "11 scenarios[1].about " + Reason.MISSING,
                        "11 scenarios[1].outcome " + Reason.MISSING);
        String known = wrong.substring(wrong.indexOf("- name: Three"));
        assertThat(lines(known)).containsExactly("1 scenarios[0].expected NOT_ASKED_HERE");
        RuleSet written = texts.write(mary, project, known.replace("  expected: grant\n", ""), edition())
                .rules();
        assertThat(requireNonNull(written.scenarios().getFirst().asked())
                        .question()
                        .family())
                .isEqualTo(FamilyRole.MAIN);
    }

    @Test
    void theAuditKeepsTheNamesOfThatMoment() {
        rulebooks.draft(
                mary,
                project,
                rules(scenario("Dream", event("panel_dreamt", "d3"), Outcome.of(EventPriority.LOW, null))),
                null);
        Scenario kept =
                AuditedRules.scenario(audited("scenario Dream").getFirst()).orElseThrow();
        OutcomeCase asked = requireNonNull(kept.asked());
        assertThat(asked.question().device()).isEqualTo(house + "-3");
        assertThat(asked.question().at()).isEqualTo(MONDAY_NOON);
        assertThat(asked.expected().priority()).isEqualTo(EventPriority.LOW);
        rulebooks.draft(
                mary, project, rules(scenario("Dream", pass(HolderKind.COURIER, "g3"), Outcome.NOTHING)), edition());
        asked = requireNonNull(AuditedRules.scenario(audited("scenario Dream").getLast())
                .orElseThrow()
                .asked());
        assertThat(asked.question().groups()).containsExactly("Back yard");
        assertThat(asked.expected()).isEqualTo(Outcome.NOTHING);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static OutcomeRow row(Set<String> topics, PolicyHolders holders, PolicyDoors doors, Outcome outcome) {
        return new OutcomeRow(id(), topics, holders, doors, PolicyTimes.ALWAYS, outcome);
    }

    private static RuleSet rules(Scenario... scenarios) {
        return RuleSet.EMPTY.withOutcomes(List.of(LIMITS, EVENTS, IMPORTANCE)).withScenarios(List.of(scenarios));
    }

    private static Scenario scenario(String name, OutcomeCase asked, Outcome expected) {
        return Scenario.of(id(), name, new OutcomeCase(asked.about(), asked.question(), expected));
    }

    private static OutcomeCase pass(HolderKind kind, String group) {
        return new OutcomeCase(
                OutcomeKind.GUEST_LIMITS,
                new OutcomeExample(
                        null, kind, IdentifierType.QR, null, List.of(group), null, null, null, null, false, null, null),
                Outcome.NOTHING);
    }

    private static OutcomeCase event(String code, String device) {
        return new OutcomeCase(
                OutcomeKind.EVENT_PRIORITY,
                new OutcomeExample(
                        code, null, null, null, List.of(), null, null, device, MONDAY_NOON, false, null, null),
                Outcome.NOTHING);
    }

    private static OutcomeCase told(
            String topic, @Nullable String group, @Nullable FamilyRole family, @Nullable String device) {
        return new OutcomeCase(
                OutcomeKind.NOTIFICATION_IMPORTANCE,
                new OutcomeExample(
                        topic,
                        null,
                        null,
                        null,
                        group == null ? List.of() : List.of(group),
                        null,
                        family,
                        device,
                        MONDAY_NOON,
                        false,
                        null,
                        null),
                Outcome.NOTHING);
    }

    private long edition() {
        return rulebooks.open(mary, project).orElseThrow().edition();
    }

    private List<String> problems(Scenario scenario) {
        return rulebooks.check(mary, project, rules(scenario)).stream()
                .map(problem ->
                        problem.field().replaceAll("scenarios\\[0]\\.(question\\.)?", "") + " " + problem.reason())
                .toList();
    }

    private List<String> refused(RulebookVersion draft) {
        RulebookRefusedException refused = catchThrowableOfType(
                RulebookRefusedException.class, () -> releases.publish(mary, project, draft.edition(), Set.of()));
        return refused.problems().stream()
                .map(Problem.class::cast)
                .map(problem -> problem.field() + " " + problem.reason() + " " + problem.value())
                .toList();
    }

    private List<String> lines(String yaml) {
        ScenarioYamlException refused =
                catchThrowableOfType(ScenarioYamlException.class, () -> texts.write(mary, project, yaml, edition()));
        return refused.problems().stream()
                .map(ScenarioYamlException.Problem.class::cast)
                .map(problem -> problem.line() + " " + problem.field() + " " + problem.reason())
                .toList();
    }
}
