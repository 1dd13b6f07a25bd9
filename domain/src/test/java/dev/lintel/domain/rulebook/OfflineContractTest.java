package dev.lintel.domain.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.rulebook.RulebookRefusedException.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Of which denials somebody has to say that they know what cut-off devices do. */
@Tag("RU-4")
class OfflineContractTest {
    private static final PolicyTimes DANGER =
            PolicyTimes.ALWAYS.in(new PolicyState(Set.of(ThreatLevel.EVACUATION), null));
    private static final PolicyHolders GUESTS =
            new PolicyHolders(Set.of(HolderKind.GUEST), Set.of(), List.of(), Set.of());
    private static final Policy CLOSED = Policies.closed("g1", "d1");

    private int number;

    @Test
    void whatIsAlwaysDeniedNeedsNoWord() {
        OfflineContract contract = OfflineContract.of(RuleSet.of(List.of(CLOSED, Policies.couriersAtNight())));
        assertThat(contract.isKept(CLOSED)).isTrue();
        assertThat(contract.isKept(Policies.couriersAtNight())).isFalse();
        assertThat(unconfirmed(CLOSED, Policies.couriersAtNight())).containsExactly("policies[1].effect");
        assertThat(unconfirmed(rule(PolicyEffect.ALLOW, PolicyTimes.ALWAYS, 0)))
                .as("it does less")
                .isEmpty();
    }

    @Test
    void whatMayBeOverriddenNeedsOne() {
        assertThat(unconfirmed(CLOSED, rule(PolicyEffect.ALLOW, PolicyTimes.ALWAYS, 0)))
                .isEmpty();
        assertThat(unconfirmed(CLOSED, rule(PolicyEffect.ALLOW, PolicyTimes.ALWAYS, 1)))
                .containsExactly("policies[0].effect");
        assertThat(unconfirmed(CLOSED, rule(PolicyEffect.EGRESS, DANGER, 0))).containsExactly("policies[0].effect");
        Policy guests = of(rule(PolicyEffect.EGRESS, DANGER, 0), GUESTS, PolicyDoors.EVERY);
        assertThat(unconfirmed(CLOSED, guests))
                .as("nobody is a guest and a resident")
                .isEmpty();
        Policy otherDoor = of(
                rule(PolicyEffect.EGRESS, DANGER, 0),
                PolicyHolders.EVERYBODY,
                new PolicyDoors(List.of(), Set.of(), List.of("d2"), Set.of(), null));
        assertThat(unconfirmed(CLOSED, otherDoor)).isEmpty();
    }

    @Test
    void whatIsDeniedInOneDirectionNeedsOne() {
        Policy in = of(CLOSED, CLOSED.holders(), new PolicyDoors(List.of(), Set.of(), List.of("d1"), Set.of(), "in"));
        assertThat(unconfirmed(in)).hasSize(1);
        Policy notOut = of(
                CLOSED,
                CLOSED.holders(),
                new PolicyDoors(List.of(), Set.of(), List.of(), Set.of(), null, Set.of(), true));
        assertThat(unconfirmed(notOut)).hasSize(1);
    }

    @Test
    void ofATableAllRowsThatDenyMustBeKept() {
        Policy leaves = of(rule(PolicyEffect.LEAVE, PolicyTimes.ALWAYS, 0), GUESTS, PolicyDoors.EVERY);
        Policy leavesInDanger = rule(PolicyEffect.LEAVE, DANGER, 0);
        Policy denies = rule(PolicyEffect.DENY, PolicyTimes.ALWAYS, 0);
        assertThat(needsWord(HitPolicy.FIRST, leaves, denies)).isFalse();
        assertThat(needsWord(HitPolicy.FIRST, leavesInDanger, denies)).isTrue();
        assertThat(needsWord(HitPolicy.FIRST, denies, leavesInDanger)).isFalse();
        assertThat(needsWord(HitPolicy.UNIQUE, denies, leavesInDanger)).isTrue();
        assertThat(needsWord(HitPolicy.FIRST, leaves, denies, rule(PolicyEffect.DENY, DANGER, 0)))
                .isTrue();
        assertThat(needsWord(HitPolicy.FIRST, rule(PolicyEffect.NOTIFY, DANGER, 0)))
                .isFalse();
        assertThat(needsWord(HitPolicy.FIRST, denies, rule(PolicyEffect.ALLOW, PolicyTimes.ALWAYS, 9)))
                .as("of one table one row alone counts")
                .isFalse();
    }

    private static List<String> unconfirmed(Policy... policies) {
        return OfflineContract.unconfirmed(RuleSet.of(List.of(policies)), Set.of()).stream()
                .map(Problem::field)
                .toList();
    }

    private boolean needsWord(HitPolicy hit, Policy... rows) {
        PolicyTable table = new PolicyTable(id(), "Table", hit, List.of(rows));
        RuleSet rules = RuleSet.EMPTY.withTables(List.of(table));
        List<Problem> problems = OfflineContract.unconfirmed(rules, Set.of());
        assertThat(OfflineContract.unconfirmed(rules, Set.of(table.id()))).isEmpty();
        return !problems.isEmpty();
    }

    private String id() {
        return new UUID(1, ++number).toString();
    }

    private Policy rule(PolicyEffect effect, PolicyTimes times, int priority) {
        return new Policy(
                id(), effect.name(), effect, PolicyHolders.EVERYBODY, PolicyDoors.EVERY, times, priority, Map.of());
    }

    private static Policy of(Policy policy, PolicyHolders holders, PolicyDoors doors) {
        return new Policy(
                policy.id(),
                policy.name(),
                policy.effect(),
                holders,
                doors,
                policy.times(),
                policy.priority(),
                policy.reasons());
    }
}
