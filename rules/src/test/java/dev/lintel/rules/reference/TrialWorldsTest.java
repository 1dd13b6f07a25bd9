package dev.lintel.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.access.WantedFacts;
import dev.lintel.domain.access.Way;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.rulebook.Diagnostic;
import dev.lintel.domain.rulebook.Diagnostic.Kind;
import dev.lintel.domain.rulebook.Invariant;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyTable;
import dev.lintel.domain.rulebook.RequestCase;
import dev.lintel.domain.rulebook.RuleSet;
import dev.lintel.domain.rulebook.Rulebook;
import dev.lintel.domain.rulebook.Situation;
import dev.lintel.domain.rulebook.TrialInMemory;
import dev.lintel.domain.rulebook.TrialReport.InvariantResult;
import dev.lintel.domain.rulebook.TrialReport.Violation;
import dev.lintel.domain.site.Site;
import dev.lintel.rules.engine.RulebookDecisionPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What is said about random tables and invariants, against many requests made one by one: nothing that is seen may be missing,
 * and every example must show what it is an example of. {@code -Dlintel.seed=S -Dlintel.rulebooks=1} for one again.
 */
class TrialWorldsTest {
    private static final int RULEBOOKS = Integer.getInteger("lintel.rulebooks", 20);
    private static final int MOMENTS = 60;

    private final RulebookDecisionPoint rules = new RulebookDecisionPoint(version -> Optional.empty());
    private final Map<Kind, Integer> found = new EnumMap<>(Kind.class);
    private int held;
    private int violated;

    @Test
    void saysAllThatCanBeSeenAndShowsIt() {
        long seed = Long.getLong("lintel.seed", new Random().nextLong() >>> 16);
        System.out.println("trials of random rules from seed " + seed);
        for (int i = 0; i < RULEBOOKS; i++) {
            Random random = new Random(seed + i);
            RandomPolicies policies = new RandomPolicies(random);
            Rulebook rulebook = policies.rulebook(i);
            List<Invariant> invariants = List.of(policies.invariant(1), policies.invariant(2), policies.invariant(3));
            RuleSet set = new RuleSet(rulebook.policies(), rulebook.tables(), List.of(), invariants);
            RandomWorld world = new RandomWorld(random);
            Site site = world.site();
            AccessDirectory directory = new AccessDirectory();
            directory.replace(new Project(1, "world", site.timeZone()), site, world.traits());
            WantedFacts ofInvariants = new WantedFacts(
                    invariants.stream()
                            .flatMap(invariant -> invariant.times().schedules().stream())
                            .collect(Collectors.toSet()),
                    EnumSet.allOf(WantedFacts.Live.class));
            SiteSnapshot snapshot = Objects.requireNonNull(directory.site(1))
                    .asking(rulebook.wanted())
                    .asking(ofInvariants);
            Instant now = world.instant();
            List<Moment> moments = new ArrayList<>();
            for (int m = 0; m < MOMENTS; m++) {
                moments.add(new Moment(now.plusSeconds(random.nextInt(14 * 24 * 3600)), policies.situation()));
            }
            String again = "-Dlintel.seed=" + (seed + i) + " -Dlintel.rulebooks=1";
            tables(set, snapshot, site, now, moments, again);
            invariants(set, snapshot, site, rules.trial(rulebook), now, moments, again);
        }
        System.out.println(found + ", invariants held " + held + ", violated " + violated);
        if (RULEBOOKS >= 30) {
            assertThat(found).containsKey(Kind.GAP);
            assertThat(held).isPositive();
            assertThat(violated).isPositive();
        }
        if (RULEBOOKS >= 200) {
            assertThat(found).containsKeys(Kind.CONTRADICTION, Kind.FITS_NO_DOOR);
        }
    }

    private void tables(
            RuleSet set, SiteSnapshot snapshot, Site site, Instant now, List<Moment> moments, String again) {
        List<Diagnostic> said = TrialInMemory.diagnose(set, snapshot, now);
        said.forEach(one -> found.merge(one.kind(), 1, Integer::sum));
        for (PolicyTable table : set.tables()) {
            List<Diagnostic> here =
                    said.stream().filter(one -> table.id().equals(one.table())).toList();
            Set<Integer> never = new HashSet<>();
            here.stream()
                    .filter(one ->
                            one.kind() != Kind.GAP && one.kind() != Kind.OVERLAP && one.kind() != Kind.CONTRADICTION)
                    .forEach(one -> never.add(one.rows().getFirst() - 1));
            for (Identifier identifier : site.identifiers()) {
                for (Device device : site.devices()) {
                    for (Moment moment : identifier.revoked() ? List.<Moment>of() : moments) {
                        AccessFacts facts = facts(snapshot, identifier, device, moment);
                        List<Integer> fitting = table.fitting(facts);
                        if (fitting.isEmpty()) {
                            boolean spoken = table.rows().stream()
                                            .anyMatch(row -> row.holders().fit(facts))
                                    && table.rows().stream()
                                            .anyMatch(row -> row.doors().fit(facts));
                            assertThat(!spoken || here.stream().anyMatch(one -> one.kind() == Kind.GAP))
                                    .as("%s: gap of %s at %s", again, table, facts)
                                    .isTrue();
                        } else {
                            assertThat(never)
                                    .as("%s: %s at %s", again, table, facts)
                                    .doesNotContain(fitting.getFirst());
                        }
                    }
                }
            }
            here.forEach(one -> shows(one, table, snapshot, again));
        }
    }

    private static void shows(Diagnostic one, PolicyTable table, SiteSnapshot snapshot, String again) {
        RequestCase example = one.example();
        AccessFacts facts = example == null ? null : example.facts(snapshot);
        if (facts == null) {
            return;
        }
        List<Integer> fitting =
                table.fitting(facts).stream().map(row -> row + 1).toList();
        if (one.kind() == Kind.GAP) {
            assertThat(fitting).as("%s: %s", again, one).isEmpty();
        } else {
            assertThat(fitting).as("%s: %s", again, one).contains(one.rows().getFirst());
        }
    }

    private void invariants(
            RuleSet set,
            SiteSnapshot snapshot,
            Site site,
            AccessDecisionPoint trial,
            Instant now,
            List<Moment> moments,
            String again) {
        List<InvariantResult> results = TrialInMemory.check(set, snapshot, trial, now);
        for (Invariant invariant : set.invariants()) {
            InvariantResult result = results.stream()
                    .filter(one -> one.id().equals(invariant.id()))
                    .findFirst()
                    .orElseThrow();
            if (!result.holds()) {
                violated++;
                isOne(Objects.requireNonNull(result.violation()), invariant, snapshot, trial, again);
                continue;
            }
            held++;
            for (Identifier identifier : site.identifiers()) {
                for (Device device : site.devices()) {
                    for (Moment moment : moments) {
                        AccessFacts facts = facts(snapshot, identifier, device, moment);
                        Decision decision = trial.decide(facts);
                        assertThat(isAbout(invariant, facts) && isBroken(invariant, decision))
                                .as("%s: %s by %s: %s", again, invariant, facts, decision)
                                .isFalse();
                    }
                }
            }
        }
    }

    private static void isOne(
            Violation violation, Invariant invariant, SiteSnapshot snapshot, AccessDecisionPoint trial, String again) {
        AccessFacts facts = violation.example().facts(snapshot);
        if (facts == null || invariant.kind() == Invariant.Kind.NEVER_OPENS && violation.person() != null) {
            return;
        }
        assertThat(violation.reason())
                .as("%s: %s of %s", again, violation, invariant)
                .isIn(
                        ReasonCode.POLICY_DENIED,
                        ReasonCode.SECOND_CREDENTIAL_NEEDED,
                        ReasonCode.INDETERMINATE,
                        ReasonCode.POLICY_ALLOWED,
                        ReasonCode.EMERGENCY_EGRESS);
        assertThat(trial.decide(facts).reason())
                .as("%s: %s of %s", again, violation, invariant)
                .isEqualTo(violation.reason());
    }

    private static boolean isBroken(Invariant invariant, Decision decision) {
        return invariant.kind() == Invariant.Kind.NEVER_OPENS
                ? decision.isGranted() && decision.reason() != ReasonCode.EMERGENCY_EGRESS
                : decision.reason().isByPolicy() || decision.reason() == ReasonCode.INDETERMINATE;
    }

    /** A time, and what is going on then. */
    private record Moment(Instant at, Situation situation) {}

    private static boolean isAbout(Invariant invariant, AccessFacts facts) {
        return new Policy(
                        invariant.id(),
                        invariant.name(),
                        PolicyEffect.LEAVE,
                        invariant.holders(),
                        invariant.doors(),
                        invariant.times(),
                        0,
                        Map.of())
                .concerns(facts);
    }

    private static AccessFacts facts(SiteSnapshot snapshot, Identifier identifier, Device device, Moment moment) {
        @Nullable
        String direction = (identifier.id().hashCode() & 1) == 0 ? null : RandomWorld.ACCESS_POINTS.getFirst();
        AccessFacts calm =
                Objects.requireNonNull(snapshot.facts(identifier.id(), device, direction, null, moment.at()));
        return calm.elsewhere(
                Objects.requireNonNull(calm.device()),
                direction,
                moment.at(),
                calm.clock(),
                Objects.requireNonNull(calm.schedules()),
                moment.situation().live(moment.at(), Way.of(direction)),
                calm.grants());
    }
}
