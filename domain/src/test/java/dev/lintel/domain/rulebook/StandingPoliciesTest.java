package dev.lintel.domain.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.DeviceFact;
import dev.lintel.domain.access.AccessFacts.HolderFact;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.StandingDenials;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.device.DeviceType;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.identifier.IdentifierType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is left out of copies at a door of the house, for a resident of flat g2. */
@Tag("RU-4")
class StandingPoliciesTest {
    private static final DeviceFact DOOR = new DeviceFact(
            "d1", "S1", DeviceType.PANEL, "g1", 1, List.of("g1", "g0"), GroupType.BUILDING, List.of("vault"));
    private static final PolicyTimes LOCKDOWN =
            PolicyTimes.ALWAYS.in(new PolicyState(Set.of(ThreatLevel.LOCKDOWN), null));
    private static final PolicyDoors IN = new PolicyDoors(List.of(), Set.of(), List.of(), Set.of(), "in");
    private static final PolicyDoors NOT_OUT =
            new PolicyDoors(List.of(), Set.of(), List.of(), Set.of(), null, Set.of(), true);

    private int number;

    @Test
    void whatAlwaysHoldsIsDeniedToThoseWhomItConcerns() {
        Policy policy = rule(PolicyEffect.DENY, 0);
        assertThat(deny(null, policy)).isTrue();
        assertThat(deny("in", policy)).isTrue();
        Policy guests = with(policy, holders(Set.of(HolderKind.GUEST), null), PolicyDoors.EVERY);
        assertThat(deny(null, guests)).isFalse();
        Policy otherDoor = with(
                policy, PolicyHolders.EVERYBODY, new PolicyDoors(List.of("g7"), Set.of(), List.of(), Set.of(), null));
        assertThat(deny(null, otherDoor)).isFalse();
    }

    @Test
    void whatDependsOnTimeOnWhatGoesOnOrOnAgeIsNot() {
        assertThat(Rulebook.draft(1, RuleSet.of(List.of(Policies.couriersAtNight())))
                        .denials())
                .isSameAs(StandingDenials.NONE);
        Policy policy = rule(PolicyEffect.DENY, 0);
        assertThat(deny(null, at(policy, LOCKDOWN))).isFalse();
        assertThat(deny(null, with(policy, holders(Set.of(), 90), PolicyDoors.EVERY)))
                .isFalse();
    }

    @Test
    void theHigherPriorityWinsAndOfEqualsTheOneThatDenies() {
        Policy denies = rule(PolicyEffect.DENY, 3);
        assertThat(deny(null, denies, rule(PolicyEffect.ALLOW, 3))).isTrue();
        assertThat(deny(null, denies, rule(PolicyEffect.ALLOW, 4))).isFalse();
        assertThat(deny(null, denies, at(rule(PolicyEffect.ALLOW, 4), LOCKDOWN)))
                .as("it may be in force some day")
                .isFalse();
        Policy oldOnes = with(rule(PolicyEffect.ALLOW, 4), holders(Set.of(), 90), PolicyDoors.EVERY);
        assertThat(deny(null, denies, oldOnes)).isFalse();
        Policy guests = with(rule(PolicyEffect.ALLOW, 4), holders(Set.of(HolderKind.GUEST), null), PolicyDoors.EVERY);
        assertThat(deny(null, denies, guests)).isTrue();
        assertThat(deny(null, denies, at(rule(PolicyEffect.EGRESS, 0), LOCKDOWN)))
                .isFalse();
        assertThat(deny(null, denies, rule(PolicyEffect.NOTIFY, 9))).isTrue();
    }

    @Test
    void aRightForEveryDirectionIsDeniedWhenAllAre() {
        Policy in = with(rule(PolicyEffect.DENY, 1), PolicyHolders.EVERYBODY, IN);
        assertThat(deny("in", in)).isTrue();
        assertThat(deny("out", in)).isFalse();
        assertThat(deny(null, in)).isFalse();
        Policy notOut = with(rule(PolicyEffect.DENY, 1), PolicyHolders.EVERYBODY, NOT_OUT);
        assertThat(deny("entry", notOut)).isTrue();
        assertThat(deny("Exit", notOut)).isFalse();
        assertThat(deny(null, notOut)).isFalse();
        assertThat(deny(null, notOut, rule(PolicyEffect.DENY, 0)))
                .as("together they do")
                .isTrue();
        Policy allowsIn = with(rule(PolicyEffect.ALLOW, 2), PolicyHolders.EVERYBODY, IN);
        Policy everyWay = rule(PolicyEffect.DENY, 1);
        assertThat(deny("out", everyWay, allowsIn)).isTrue();
        assertThat(deny(null, everyWay, allowsIn)).isFalse();
        Policy deniesInMore = with(rule(PolicyEffect.DENY, 2), PolicyHolders.EVERYBODY, IN);
        assertThat(deny(null, everyWay, allowsIn, deniesInMore)).isTrue();
    }

    @Test
    void ofATableARowCountsWhenNoneAboveItMayCountInItsPlace() {
        Policy denies = rule(PolicyEffect.DENY, 1);
        Policy leaves = rule(PolicyEffect.LEAVE, 0);
        Policy guests = with(leaves, holders(Set.of(HolderKind.GUEST), null), PolicyDoors.EVERY);
        assertThat(denyByTable(HitPolicy.FIRST, guests, denies, leaves)).isTrue();
        assertThat(denyByTable(HitPolicy.FIRST, leaves, denies)).isFalse();
        assertThat(denyByTable(HitPolicy.FIRST, at(leaves, LOCKDOWN), denies)).isFalse();
        assertThat(denyByTable(HitPolicy.FIRST, at(rule(PolicyEffect.DENY, 0), LOCKDOWN), denies))
                .as("whichever counts denies")
                .isTrue();
        assertThat(denyByTable(HitPolicy.UNIQUE, guests, denies)).isTrue();
        assertThat(denyByTable(HitPolicy.UNIQUE, denies, at(leaves, LOCKDOWN))).isFalse();
    }

    @Test
    void theWeakerOfTwoRowsOfWhichOneDeniesIsTheMeasureOfWhatMayAllow() {
        PolicyTable table = new PolicyTable(
                id(),
                "Table",
                HitPolicy.FIRST,
                List.of(at(rule(PolicyEffect.DENY, 0), LOCKDOWN), rule(PolicyEffect.DENY, 5)));
        RuleSet alone = RuleSet.EMPTY.withTables(List.of(table));
        assertThat(deny(alone, null)).isTrue();
        assertThat(deny(alone.withPolicies(List.of(rule(PolicyEffect.ALLOW, 1))), null))
                .isFalse();
    }

    @Test
    void whatCannotBeAskedIsNeverCertain() {
        PolicyHolders marked = new PolicyHolders(
                Set.of(), Set.of(), List.of(), Set.of(), Set.of(), List.of("m1"), Set.of(), null, null);
        AccessFacts unmarked = presented(new HolderFact("u1", "user", false, List.of("g2", "g1")));
        RuleSet rules = RuleSet.of(List.of(with(rule(PolicyEffect.DENY, 0), marked, PolicyDoors.EVERY)));
        assertThat(deny(rules, null, unmarked)).isFalse();
        RuleSet overridden = RuleSet.of(
                List.of(rule(PolicyEffect.DENY, 0), with(rule(PolicyEffect.ALLOW, 1), marked, PolicyDoors.EVERY)));
        assertThat(deny(overridden, null, unmarked)).isFalse();
        assertThat(deny(overridden, null, presented())).isTrue();
    }

    @Test
    void inOneGroupOtherRulesDecide() {
        StandingDenials closed = Rulebook.draft(1, RuleSet.of(List.of(rule(PolicyEffect.DENY, 0))))
                .denials();
        assertThat(decide(StandingDenials.inPart(StandingDenials.NONE, "g0", closed), presented(), null))
                .isTrue();
        assertThat(decide(StandingDenials.inPart(StandingDenials.NONE, "g9", closed), presented(), null))
                .isFalse();
        assertThat(decide(StandingDenials.inPart(closed, "g1", StandingDenials.NONE), presented(), null))
                .isFalse();
        assertThat(StandingDenials.inPart(StandingDenials.NONE, "g0", StandingDenials.NONE))
                .isSameAs(StandingDenials.NONE);
    }

    private static boolean deny(@Nullable String direction, Policy... policies) {
        return deny(RuleSet.of(List.of(policies)), direction);
    }

    private static boolean denyByTable(HitPolicy hit, Policy... rows) {
        return deny(
                RuleSet.EMPTY.withTables(
                        List.of(new PolicyTable(new UUID(1, 1).toString(), "Table", hit, List.of(rows)))),
                null);
    }

    private static boolean deny(RuleSet rules, @Nullable String direction) {
        return deny(rules, direction, presented());
    }

    private static boolean deny(RuleSet rules, @Nullable String direction, AccessFacts presented) {
        return decide(Rulebook.draft(1, rules).denials(), presented, direction);
    }

    private static boolean decide(StandingDenials denials, AccessFacts presented, @Nullable String direction) {
        StandingDenials.OfHolder theirs = denials.of(presented);
        return theirs != null && theirs.deny(DOOR, direction);
    }

    private static AccessFacts presented() {
        return presented(new HolderFact("u1", "user", false, List.of("g2", "g1"), List.of(), false, null));
    }

    private static AccessFacts presented(HolderFact holder) {
        return new AccessFacts(
                Instant.EPOCH,
                null,
                null,
                IdentifierType.CARD,
                null,
                new IdentifierFact("i1", null, null, null, 0, false, false, null),
                holder,
                List.of(),
                0,
                null,
                null);
    }

    private static PolicyHolders holders(Set<HolderKind> kinds, @Nullable Integer olderThan) {
        return new PolicyHolders(kinds, Set.of(), List.of(), Set.of(), Set.of(), List.of(), Set.of(), olderThan, null);
    }

    private String id() {
        return new UUID(0, ++number).toString();
    }

    private Policy rule(PolicyEffect effect, int priority) {
        return new Policy(
                id(),
                effect + " " + priority,
                effect,
                PolicyHolders.EVERYBODY,
                PolicyDoors.EVERY,
                PolicyTimes.ALWAYS,
                priority,
                Map.of());
    }

    private static Policy with(Policy policy, PolicyHolders holders, PolicyDoors doors) {
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

    private static Policy at(Policy policy, PolicyTimes times) {
        return new Policy(
                policy.id(),
                policy.name(),
                policy.effect(),
                policy.holders(),
                policy.doors(),
                times,
                policy.priority(),
                policy.reasons());
    }
}
