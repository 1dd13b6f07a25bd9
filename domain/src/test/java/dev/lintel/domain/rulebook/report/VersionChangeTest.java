package dev.lintel.domain.rulebook.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.rulebook.HitPolicy;
import dev.lintel.domain.rulebook.Importance;
import dev.lintel.domain.rulebook.Outcome;
import dev.lintel.domain.rulebook.OutcomeCase;
import dev.lintel.domain.rulebook.OutcomeExample;
import dev.lintel.domain.rulebook.OutcomeKind;
import dev.lintel.domain.rulebook.OutcomeRow;
import dev.lintel.domain.rulebook.OutcomeTable;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyDoors;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.domain.rulebook.PolicyTable;
import dev.lintel.domain.rulebook.PolicyTimes;
import dev.lintel.domain.rulebook.RuleSet;
import dev.lintel.domain.rulebook.RulebookVersion;
import dev.lintel.domain.rulebook.RulebookVersion.State;
import dev.lintel.domain.rulebook.Scenario;
import dev.lintel.domain.rulebook.Standing;
import dev.lintel.domain.rulebook.report.VersionChange.Kind;
import dev.lintel.domain.rulebook.report.VersionChange.TableChange;
import dev.lintel.domain.rulebook.report.VersionChange.TestChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("RU-5")
class VersionChangeTest {
    private static final Policy SINGLE = policy("p", "Couriers", PolicyEffect.DENY);
    private static final Policy FIRST = policy("r1", "Hours", PolicyEffect.DENY);
    private static final Policy SECOND = policy("r2", "Hours", PolicyEffect.ALLOW);

    @Test
    void rowsOfTablesAboutOtherThingsAreToldLikePolicies() {
        OutcomeRow kept = row("o1", Importance.IMPORTANT);
        OutcomeRow gone = row("o2", Importance.NORMAL);
        OutcomeRow other = row("o2", Importance.IMPORTANT);
        RuleSet before = RuleSet.of(List.of(SINGLE)).withOutcomes(List.of(importance(kept, gone)));

        assertThat(between(null, before).changes())
                .extracting(VersionChange.Change::kind, change -> change.rule().id())
                .containsExactly(tuple(Kind.ADDED, "p"), tuple(Kind.ADDED, "o1"), tuple(Kind.ADDED, "o2"));
        VersionChange changed = between(before, before.withOutcomes(List.of(importance(kept, other))));
        assertThat(changed.changes())
                .containsExactly(new VersionChange.Change(
                        Kind.CHANGED,
                        new Rule.OtherRow(importance(kept, other), 2),
                        new Rule.OtherRow(importance(kept, gone), 2)));
        assertThat(between(before, before.withOutcomes(List.of())).changes())
                .extracting(VersionChange.Change::kind, change -> change.rule().id())
                .containsExactly(tuple(Kind.REMOVED, "o1"), tuple(Kind.REMOVED, "o2"));
    }

    @Test
    void scenariosAndInvariantsAreToldBesideTheRules() {
        Scenario kept = scenario("s1", Outcome.NOTHING);
        Scenario gone = scenario("s2", Outcome.NOTHING);
        Scenario other = scenario("s1", Outcome.of(Importance.NORMAL));
        RuleSet before = RuleSet.of(List.of(SINGLE)).withScenarios(List.of(kept, gone));

        assertThat(between(null, before).tests())
                .extracting(TestChange::kind, change -> change.tested().id())
                .containsExactly(tuple(Kind.ADDED, "s1"), tuple(Kind.ADDED, "s2"));
        VersionChange changed = between(before, before.withScenarios(List.of(other)));
        assertThat(changed.changes()).isEmpty();
        assertThat(changed.tests())
                .containsExactly(
                        new TestChange(Kind.CHANGED, new Tested.Case(other), new Tested.Case(kept)),
                        new TestChange(Kind.REMOVED, new Tested.Case(gone), null));
        assertThat(between(before, before).tests()).isEmpty();
    }

    private static Scenario scenario(String id, Outcome expected) {
        return Scenario.of(
                id, "One", new OutcomeCase(OutcomeKind.NOTIFICATION_IMPORTANCE, OutcomeExample.NOTHING, expected));
    }

    @Test
    void aRowThatOnlyMovesDownIsNotToldButThatTheOrderIsAnother() {
        RuleSet before = table(HitPolicy.FIRST, FIRST, SECOND);
        Policy above = policy("r0", "Hours", PolicyEffect.LEAVE);

        VersionChange inserted = between(before, table(HitPolicy.FIRST, above, FIRST, SECOND));
        assertThat(inserted.changes()).extracting(change -> change.rule().id()).containsExactly("r0");
        assertThat(inserted.tables()).isEmpty();
        VersionChange turned = between(before, table(HitPolicy.FIRST, SECOND, FIRST));
        assertThat(turned.changes()).isEmpty();
        assertThat(turned.tables()).containsExactly(new TableChange("Hours", null, true));
        OutcomeRow one = row("o1", Importance.IMPORTANT);
        OutcomeRow two = row("o2", Importance.NORMAL);
        RuleSet outcomes = RuleSet.EMPTY.withOutcomes(List.of(importance(one, two)));
        assertThat(between(outcomes, RuleSet.EMPTY.withOutcomes(List.of(importance(two, one))))
                        .tables())
                .containsExactly(new TableChange("Loud", null, true));
    }

    @Test
    void whichRowCountsIsToldOfNewTablesAndWhereItIsAnother() {
        RuleSet before = table(HitPolicy.FIRST, FIRST, SECOND);

        assertThat(between(null, before).tables()).containsExactly(new TableChange("Hours", HitPolicy.FIRST, false));
        assertThat(between(before, table(HitPolicy.UNIQUE, FIRST, SECOND)).tables())
                .containsExactly(new TableChange("Hours", HitPolicy.UNIQUE, false));
        assertThat(between(before, before).tables()).isEmpty();
        assertThat(between(before, before).changes()).isEmpty();
    }

    private static VersionChange between(@Nullable RuleSet before, RuleSet after) {
        return VersionChange.between(before == null ? null : version(1, before), version(2, after));
    }

    private static RulebookVersion version(int number, RuleSet rules) {
        Instant at = Instant.parse("2026-05-04T10:00:00Z").plusSeconds(number);
        return new RulebookVersion(
                7,
                number,
                State.IN_FORCE,
                rules,
                "",
                List.of(),
                1,
                null,
                null,
                at,
                null,
                at,
                null,
                new Standing(at, null, null, null));
    }

    private static RuleSet table(HitPolicy hit, Policy... rows) {
        return RuleSet.EMPTY.withTables(List.of(new PolicyTable("t", "Hours", hit, List.of(rows))));
    }

    private static OutcomeTable importance(OutcomeRow... rows) {
        return new OutcomeTable("l", "Loud", OutcomeKind.NOTIFICATION_IMPORTANCE, List.of(rows));
    }

    private static OutcomeRow row(String id, Importance importance) {
        return new OutcomeRow(
                id,
                Set.of("device-offline"),
                PolicyHolders.EVERYBODY,
                PolicyDoors.EVERY,
                PolicyTimes.ALWAYS,
                new Outcome(null, null, null, importance, null, null));
    }

    private static Policy policy(String id, String name, PolicyEffect effect) {
        return new Policy(
                id, name, effect, PolicyHolders.EVERYBODY, PolicyDoors.EVERY, PolicyTimes.ALWAYS, 0, Map.of());
    }
}
