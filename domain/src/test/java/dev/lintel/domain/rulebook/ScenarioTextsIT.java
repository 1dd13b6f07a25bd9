package dev.lintel.domain.rulebook;

import static dev.lintel.domain.rulebook.Policies.closed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lintel.domain.TestActors;
import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.HolderFact;
import dev.lintel.domain.access.AcsLog;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.rulebook.PolicyState.Failures;
import dev.lintel.domain.rulebook.PolicyState.Whose;
import dev.lintel.domain.rulebook.ScenarioYamlException.Problem;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Scenarios as text: there and back, and what is wrong with its line. */
@Tag("RU-5")
class ScenarioTextsIT extends RuledHouseIT {
    private static final String ONE = """
            - name: Night
              request:
                kind: resident
                groups: [g1]
                identifier: card
                device: d1
                at: 2026-05-04T23:00
              expected: deny
              by: Closed
            """;

    @Autowired
    ScenarioTexts texts;

    @Autowired
    RecordedScenarios recorded;

    @Autowired
    AcsLog log;

    @Test
    void whatIsWrittenIsReadAgainAsItWas() {
        draft(closed("g1", "d1"));
        RulebookVersion written = texts.write(mary, project, ONE, edition());
        Scenario scenario = written.rules().scenarios().getFirst();
        assertThat(scenario.told())
                .isEqualTo(new RequestCase(
                        HolderKind.RESIDENT,
                        null,
                        List.of("g1"),
                        IdentifierType.CARD,
                        "d1",
                        null,
                        LocalDateTime.of(2026, 5, 4, 23, 0),
                        false,
                        true));
        assertThat(scenario.expected()).isEqualTo(Verdict.DENY);
        assertThat(scenario.by()).isEqualTo(closed("g1", "d1").id());

        String yaml = texts.yaml(mary, project);
        assertThat(yaml).contains("name: Night", "by: Closed", "device: d1");
        assertThat(texts.write(mary, project, yaml, edition()).rules()).isEqualTo(written.rules());
        // without an id it is the one of that name
        assertThat(texts.write(mary, project, ONE, edition()).rules()).isEqualTo(written.rules());
        assertThat(texts.write(mary, project, "", edition()).rules().scenarios())
                .isEmpty();
    }

    @Test
    void whatGoesOnAndWhoeverItIsAboutAreWrittenAndRead() {
        draft(closed("g1", "d1"));
        String told = """
                - name: Full house
                  request:
                    identifier: card
                    device: d1
                    at: 2026-11-29T23:00
                    situation:
                      threat: lockdown
                      failures:
                      - count: 5
                        minutes: 10
                      sameWay: 3
                      inside:
                        \"\": 2
                        Guard: 1
                      second: [other-person]
                      otherDoor: true
                    traits:
                      family: true
                      age: 30
                      unused: 7
                      holidayBefore: false
                      open: [s1]
                  expected: deny
                """;
        RuleSet written = texts.write(mary, project, told, edition()).rules();
        RequestCase request =
                Objects.requireNonNull(written.scenarios().getFirst().told());
        assertThat(request.situation())
                .isEqualTo(new Situation(
                        ThreatLevel.LOCKDOWN,
                        List.of(new Failures(5, 10)),
                        3,
                        Map.of("", 2, "Guard", 1),
                        Set.of(Whose.OTHER_PERSON),
                        true));
        assertThat(request.traits()).isEqualTo(new CaseTraits(null, true, 30, 7, false, Set.of("s1")));
        assertThat(texts.write(mary, project, texts.yaml(mary, project), edition())
                        .rules())
                .isEqualTo(written);
        assertThat(problems(told.replace("sameWay: 3", "sameWay: soon").replace("[other-person]", "[nobody]")))
                .containsExactlyInAnyOrder(
                        "11 scenarios[0].request.situation.sameWay NO_NUMBER",
                        "15 scenarios[0].request.situation.second NO_CHOICE");
        assertThat(problems(told.replace("age: 30", "age: -1")))
                .containsExactly("1 scenarios[0].request.traits.age DAYS_OUT_OF_RANGE");
    }

    @Test
    void aRecordedRequestStaysAsItWasRecorded() {
        ask(1);
        Scenario recorded = new Scenario(
                new UUID(1, 1).toString(),
                "Recorded «ґ»",
                null,
                Objects.requireNonNull(told("d1").facts(site())).withoutPerson(),
                Verdict.GRANT,
                null);
        rulebooks.draft(mary, project, RuleSet.EMPTY.withScenarios(List.of(recorded)), null);
        String yaml = texts.yaml(mary, project);
        assertThat(yaml).contains("recorded: true", "Recorded «ґ»").doesNotContain("facts");
        String renamed = yaml.replace("Recorded «ґ»", "By day");
        Scenario after = texts.write(mary, project, renamed, edition())
                .rules()
                .scenarios()
                .getFirst();
        assertThat(after.recorded()).isEqualTo(recorded.recorded());
        assertThat(after.name()).isEqualTo("By day");
    }

    @Test
    void aLogEntryBecomesAScenarioThatTellsAllThatPoliciesAskAndNotWhoItWas() {
        assertThat(ask(1)).isEqualTo(ReasonCode.GRANTED);
        long entry = Objects.requireNonNull(
                jdbc.queryForObject("select max(id) from acs_log where project_id = ?", Long.class, project));
        AccessFacts asked = log.get(mary, entry).orElseThrow().facts();

        AccessFacts kept = Objects.requireNonNull(recorded.keep(mary, project, entry, "As it was")
                .rules()
                .scenarios()
                .getFirst()
                .recorded());

        HolderFact holder = Objects.requireNonNull(kept.holder());
        assertThat(holder.id()).isEmpty();
        assertThat(holder.groupTypes()).containsExactly(GroupType.APARTMENT);
        assertThat(holder.family()).isFalse();
        assertThat(Objects.requireNonNull(kept.identifier()).id()).isEmpty();
        for (PolicyHolders whom : List.of(
                new PolicyHolders(
                        Set.of(),
                        Set.of(),
                        List.of("g1"),
                        Set.of(GroupType.APARTMENT),
                        Set.of(),
                        List.of(),
                        Set.of(FamilyRole.MAIN),
                        null,
                        null),
                new PolicyHolders(Set.of(), Set.of(), List.of(), Set.of(), Set.of(), List.of("m1"), Set.of(), 1, 1))) {
            assertThat(whom.fit(kept)).isEqualTo(whom.fit(asked));
        }
    }

    @Test
    void whatIsWrongIsSaidWithLineAndField() {
        draft(closed("g1", "d1"));
        String wrong = """
                - name: Night
                  colour: red
                  request:
                    identifier: telepathy
                    device: [d1, d2]
                    at: tomorrow
                    holiday: maybe
                  expected: perhaps
                - just text
                - name: Night
                  name: Day
                  recorded: true
                """;
        assertThat(problems(wrong))
                .containsExactlyInAnyOrder(
                        "2 scenarios[0].colour UNKNOWN_FIELD",
                        "4 scenarios[0].request.identifier NO_CHOICE",
                        "5 scenarios[0].request.device NO_VALUE",
                        "6 scenarios[0].request.at NO_TIME",
                        "7 scenarios[0].request.holiday NO_CHOICE",
                        "8 scenarios[0].expected NO_CHOICE",
                        "9 scenarios[1] NO_FIELDS",
                        "9 scenarios[1].name MISSING",
                        "9 scenarios[1].request MISSING",
                        "9 scenarios[1].expected MISSING",
                        "11 scenarios[2].name TWICE",
                        "12 scenarios[2].recorded NOT_RECORDED",
                        "10 scenarios[2].expected MISSING");
        // what the rules refuse has its line as well
        assertThat(problems(ONE + ONE.replace("device: d1", "device: d9")))
                .containsExactlyInAnyOrder("10 scenarios[1].name TAKEN", "10 scenarios[1].request.device UNKNOWN");
        assertThat(rulebooks.open(mary, project).orElseThrow().rules().scenarios())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- &a [x]\n- *a",
                "- !!javax.script.ScriptEngineManager [x]",
                "- name: !!java.util.Date 2026-01-01",
                "a: b",
                "\u0000",
                "- [",
                "--- []\n--- []",
                "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]",
                "- ? {a: {b: c}}\n  : d",
                "%YAML 9.9\n---\n- x"
            })
    void whatIsHostileIsRefused(String yaml) {
        draft(closed("g1", "d1"));
        assertThat(problems(yaml)).isNotEmpty();
    }

    @Test
    void whatIsTooLongOrNotAllowedIsRefused() {
        draft(closed("g1", "d1"));
        assertThat(problems("# " + "x".repeat(ScenarioYaml.MOST_CHARACTERS))).containsExactly("1 scenarios TOO_LONG");
        String bomb = "- &a {name: x}\n".concat("- *a\n".repeat(1000));
        assertThat(problems(bomb)).containsExactly("1 scenarios ALIAS");
        assertThatThrownBy(
                        () -> texts.write(TestActors.ofProject(project, Permission.RULE_VIEW), project, ONE, edition()))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> texts.yaml(TestActors.ofProject(project + 1, Permission.RULE_VIEW), project))
                .isInstanceOf(NoSuchRulebookException.class);
        assertThatThrownBy(() -> texts.write(mary, project, ONE, edition() + 1))
                .isInstanceOfSatisfying(RulebookRefusedException.class, late -> assertThat(late.isTooLate())
                        .isTrue());
    }

    private long edition() {
        return rulebooks.open(mary, project).orElseThrow().edition();
    }

    private List<String> problems(String yaml) {
        ScenarioYamlException refused =
                catchThrowableOfType(ScenarioYamlException.class, () -> texts.write(mary, project, yaml, edition()));
        return refused.problems().stream()
                .map(Problem.class::cast)
                .map(problem -> problem.line() + " " + problem.field() + " " + problem.reason())
                .toList();
    }

    private static RequestCase told(String device) {
        return new RequestCase(
                HolderKind.RESIDENT,
                null,
                List.of(),
                IdentifierType.CARD,
                device,
                null,
                LocalDateTime.of(2026, 5, 4, 12, 0),
                false,
                true);
    }

    private SiteSnapshot site() {
        return rulebooks.require(mary, Permission.RULE_VIEW, project);
    }
}
