package dev.lintel.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.AccessDecisions;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AppliedPolicy;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.access.Obligation;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.WantedFacts;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.rulebook.Rulebook;
import dev.lintel.domain.site.Site;
import dev.lintel.domain.site.SiteDiff;
import dev.lintel.rules.engine.RulebookDecisionPoint;
import dev.lintel.rules.reference.ReferencePolicies.Judged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random requests to random worlds under random policies: what is compiled, gathered and remembered must agree with the plain
 * evaluator, also for as long as an answer promises to stand. {@code -Dlintel.rulebooks=N} for more rulebooks,
 * {@code -Dlintel.seed=S -Dlintel.rulebooks=1} for one again.
 */
class PolicyWorldsTest {
    private static final int RULEBOOKS = Integer.getInteger("lintel.rulebooks", 8);
    private static final int WORLDS = 25;
    private static final int REQUESTS = 20;

    private final RulebookDecisionPoint rules = new RulebookDecisionPoint(version -> Optional.empty());
    private final Map<ReasonCode, Integer> answers = new EnumMap<>(ReasonCode.class);

    @Test
    void agreesWithThePlainEvaluator() {
        long seed = Long.getLong("lintel.seed", new Random().nextLong() >>> 16);
        System.out.println("random policies from seed " + seed);
        for (int i = 0; i < RULEBOOKS; i++) {
            Random random = new Random(seed + i);
            Rulebook rulebook = new RandomPolicies(random).rulebook(i);
            rules.prepare(rulebook);
            for (int world = 0; world < WORLDS; world++) {
                ask(random, rulebook, "-Dlintel.seed=" + (seed + i) + " -Dlintel.rulebooks=1");
            }
        }
        System.out.println("agreed: " + answers);
        if (RULEBOOKS >= 30) {
            assertThat(answers).containsKeys(ReasonCode.POLICY_DENIED, ReasonCode.POLICY_ALLOWED, ReasonCode.GRANTED);
        }
    }

    private void ask(Random random, Rulebook rulebook, String again) {
        RandomWorld world = new RandomWorld(random);
        RandomRequests requests = new RandomRequests(world, random);
        AccessDirectory directory = new AccessDirectory();
        AccessDecisions decisions = new AccessDecisions(directory, rules);
        Site site = world.site();
        directory.replace(new Project(1, "world", site.timeZone()), site, world.traits());
        List<AccessRequest> asked = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            boolean ruled = round != 1;
            directory.rulebook(1, ruled ? rulebook.version() : null, ruled ? rulebook.wanted() : WantedFacts.NONE);
            ReferencePolicies reference = new ReferencePolicies(
                    site,
                    world,
                    ReferenceEvaluator.of(site),
                    ruled ? rulebook.policies() : List.of(),
                    ruled ? rulebook.tables() : List.of());
            world.happen(directory, 1);
            for (int i = 0; i < REQUESTS; i++) {
                AccessRequest next = requests.next();
                asked.add(random.nextInt(4) == 0 ? at(next, world.eventful()) : next);
            }
            for (AccessRequest request : List.copyOf(asked)) {
                Decision decision = compare(decisions, reference, request, again);
                compare(decisions, reference, at(request, stands(random, request.at(), decision)), again);
            }
            world.change();
            Site changed = world.site();
            directory.apply(1, SiteDiff.between(site, changed, true), world.traits());
            site = changed;
        }
    }

    private Decision compare(
            AccessDecisions decisions, ReferencePolicies reference, AccessRequest request, String again) {
        Judged expected = reference.decide(request);
        Decision decision = decisions.decide(request).decision();
        Judged actual = new Judged(
                new ReferenceEvaluator.Answer(decision.reason(), decision.locks(), decision.restrictions()),
                decision.policies().stream().map(AppliedPolicy::id).toList(),
                obliged(decision));
        assertThat(actual)
                .as("%s%n%s%n%s%n%s", again, request, reference.policies(), reference.tables())
                .isEqualTo(expected);
        answers.merge(decision.reason(), 1, Integer::sum);
        return decision;
    }

    private static List<PolicyEffect> obliged(Decision decision) {
        List<PolicyEffect> obliged = new ArrayList<>();
        for (Obligation obligation : decision.obligations()) {
            switch (obligation) {
                case Obligation.Notify notify -> obliged.add(PolicyEffect.NOTIFY);
                case Obligation.Count count -> obliged.add(PolicyEffect.COUNT);
                case Obligation.Flag flag -> obliged.add(PolicyEffect.FLAG);
                case Obligation.OpenLock open -> obliged.add(PolicyEffect.SECOND_LOCK);
                case Obligation.CountPass pass -> {}
            }
        }
        return obliged;
    }

    /** Some instant for which the answer promises to stand, or the first one after. */
    private static Instant stands(Random random, Instant at, Decision decision) {
        Instant until = decision.until() == null || decision.until().isAfter(RandomWorld.LAST)
                ? RandomWorld.LAST
                : decision.until();
        long seconds = Math.max(1, until.getEpochSecond() - at.getEpochSecond());
        return random.nextBoolean() ? until.minusNanos(random.nextInt(2)) : at.plusSeconds(random.nextLong(seconds));
    }

    private static AccessRequest at(AccessRequest request, Instant at) {
        return new AccessRequest(
                request.deviceSerial(), request.accessPoint(), request.lock(), request.type(), request.value(), at);
    }
}
