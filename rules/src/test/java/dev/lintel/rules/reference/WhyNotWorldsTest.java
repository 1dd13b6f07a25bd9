package dev.lintel.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessDecisions;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.GrantFact;
import dev.lintel.domain.access.Remedy;
import dev.lintel.domain.access.Remedy.Kind;
import dev.lintel.domain.access.WhyNot;
import dev.lintel.domain.group.Project;
import dev.lintel.rules.engine.DroolsAccessDecisionPoint;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Random refusals in random worlds: what is said to be enough opens the door, nothing of it can be left out, and nothing smaller
 * would do. {@code -Dlintel.seed=S -Dlintel.worlds=1} for one world again.
 */
class WhyNotWorldsTest {
    private static final int WORLDS = Integer.getInteger("lintel.worlds", 150);
    private static final int REQUESTS = 40;
    private static final AccessDecisionPoint RULES = DroolsAccessDecisionPoint.shipped();

    private final WhyNot whyNot = new WhyNot(RULES);
    private final Map<Kind, Integer> said = new EnumMap<>(Kind.class);

    @Test
    void saysTheLeastThatWouldHaveBeenEnough() {
        long seed = Long.getLong("lintel.seed", new Random().nextLong() >>> 16);
        System.out.println("why not in random worlds from seed " + seed);
        for (int i = 0; i < WORLDS; i++) {
            look(seed + i);
        }
        System.out.println(said);
        if (WORLDS >= 100) {
            // these worlds have no policies
            Set<Kind> all = EnumSet.complementOf(EnumSet.of(Kind.NO_POLICY));
            assertThat(said).containsOnlyKeys(all.toArray(Kind[]::new));
        }
    }

    private void look(long seed) {
        Random random = new Random(seed);
        RandomWorld world = new RandomWorld(random);
        RandomRequests requests = new RandomRequests(world, random);
        AccessDirectory directory = new AccessDirectory();
        var site = world.site();
        directory.replace(new Project(1, "world", site.timeZone()), site);
        AccessDecisions decisions = new AccessDecisions(directory, RULES);
        for (int i = 0; i < REQUESTS; i++) {
            AccessDecisions.Decided decided = decisions.decide(requests.next());
            AccessFacts facts = decided.facts();
            List<List<Remedy>> ways = whyNot.of(facts, decided.decision());
            if (decided.decision().isGranted() || facts.device() == null || facts.identifier() == null) {
                assertThat(ways).isEmpty();
            } else {
                check(seed, facts, ways);
            }
        }
    }

    private void check(long seed, AccessFacts facts, List<List<Remedy>> ways) {
        List<Remedy> possible = possible(facts);
        if (ways.isEmpty()) {
            assertThat(opens(facts, possible)).as("seed %d: %s", seed, facts).isFalse();
            return;
        }
        int least = ways.getFirst().size();
        for (List<Remedy> way : ways) {
            assertThat(way).as("seed %d: %s", seed, facts).hasSize(least);
            assertThat(opens(facts, way))
                    .as("seed %d: %s with %s", seed, facts, way)
                    .isTrue();
            way.forEach(remedy -> said.merge(remedy.kind(), 1, Integer::sum));
        }
        // rules only ever refuse more for what a remedy takes away: when none of one change less is enough, none of
        // fewer is
        assertThat(anyOpens(facts, possible, 0, new ArrayList<>(), least - 1))
                .as("seed %d: %s opens with less than %s", seed, facts, ways)
                .isFalse();
    }

    private static boolean anyOpens(AccessFacts facts, List<Remedy> possible, int from, List<Remedy> chosen, int more) {
        if (more == 0) {
            return opens(facts, chosen);
        }
        for (int i = from; i <= possible.size() - more; i++) {
            chosen.add(possible.get(i));
            boolean opens = anyOpens(facts, possible, i + 1, chosen, more - 1);
            chosen.removeLast();
            if (opens) {
                return true;
            }
        }
        return false;
    }

    /** Everything that could be otherwise; a new restriction only where there is none for the door. */
    private static List<Remedy> possible(AccessFacts facts) {
        List<Remedy> possible = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind.compareTo(Kind.PASS_LEFT) <= 0 || kind == Kind.NO_POLICY) {
                possible.add(new Remedy(kind, null));
            } else if (kind == Kind.GRANTED) {
                if (facts.grants().isEmpty()) {
                    possible.add(new Remedy(kind, null));
                }
            } else {
                for (GrantFact grant : facts.grants()) {
                    possible.add(new Remedy(kind, grant.restriction()));
                }
            }
        }
        return possible;
    }

    private static boolean opens(AccessFacts facts, List<Remedy> remedies) {
        return RULES.decide(WhyNot.with(facts, remedies)).isGranted();
    }
}
