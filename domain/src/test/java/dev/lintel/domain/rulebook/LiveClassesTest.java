package dev.lintel.domain.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.access.Way;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which choices of what may go on at once are looked at. */
@Tag("RU-5")
class LiveClassesTest {
    @Test
    void ofAFewEveryChoiceIs() {
        assertThat(LiveClasses.combinations(List.of("a", "b", "c"), 3, 2))
                .hasSize(8)
                .doesNotHaveDuplicates();
        assertThat(LiveClasses.combinations(List.of(), 3, 2)).containsExactly(List.of());
    }

    @Test
    void ofManyEachTwoEachOneNoneAllButOneAndAllAre() {
        assertThat(LiveClasses.combinations(List.of("a", "b", "c", "d"), 3, 2))
                .containsExactlyInAnyOrder(
                        List.of(),
                        List.of("a"),
                        List.of("b"),
                        List.of("c"),
                        List.of("d"),
                        List.of("a", "b"),
                        List.of("a", "c"),
                        List.of("a", "d"),
                        List.of("b", "c"),
                        List.of("b", "d"),
                        List.of("c", "d"),
                        List.of("b", "c", "d"),
                        List.of("a", "c", "d"),
                        List.of("a", "b", "d"),
                        List.of("a", "b", "c"),
                        List.of("a", "b", "c", "d"));
    }

    @Test
    void asManyTogetherAsTheRowsOfTablesCanDependOn() {
        List<List<Integer>> choices =
                LiveClasses.combinations(List.of(0, 1, 2, 3, 4, 5, 6), 5, LiveClasses.together(1));

        // none, each one, each two, each three, all but one, all
        assertThat(choices).hasSize(1 + 7 + 21 + 35 + 7 + 1).doesNotHaveDuplicates();
    }

    /** Two rooms of many people each, one of which must be full and the other empty. */
    @Test
    void everyMixtureOfPeopleInsideIsLookedAt() {
        List<Policy> rules = Stream.of("a", "b", "c", "d", "e")
                .flatMap(profile -> Stream.of(
                        inside(new PolicyState.Inside(Set.of(profile), 3, null)),
                        inside(new PolicyState.Inside(Set.of(profile), null, 2))))
                .toList();
        Map<BitSet, Situation> situations = new LiveClasses(rules, 2).situations(Instant.EPOCH);

        // of each profile fewer than two, two, or at least three, whatever the others
        assertThat(situations).hasSize(3 * 3 * 3 * 3 * 3);
        assertThat(situations.values().iterator().next()).isEqualTo(Situation.CALM);
    }

    @Test
    void eachSituationHoldsWhereItsRulesSay() {
        Policy lockdown = policy(new PolicyState(Set.of(ThreatLevel.LOCKDOWN), null));
        Policy guessing = policy(new PolicyState(Set.of(), new PolicyState.Failures(3, 5)));
        Policy alone = policy(new PolicyState(
                Set.of(ThreatLevel.LOCKDOWN),
                null,
                new PolicyState.Passback(10),
                null,
                new PolicyState.Second(PolicyState.Whose.OTHER_PERSON, 20),
                new PolicyState.Interlock(5)));
        List<Policy> rules = List.of(lockdown, guessing, alone);

        Map<BitSet, Situation> situations = new LiveClasses(rules, 2).situations(Instant.EPOCH);
        situations.forEach((fitting, situation) -> {
            for (int rule = 0; rule < rules.size(); rule++) {
                PolicyState state = rules.get(rule).times().state();
                assertThat(state.fit(situation.live(Instant.EPOCH, Way.IN), Instant.EPOCH, Way.IN))
                        .as("%s in %s", rule, situation)
                        .isEqualTo(fitting.get(rule));
            }
        });
        assertThat(situations.keySet())
                .extracting(BitSet::toString)
                .containsExactlyInAnyOrder("{}", "{0}", "{1}", "{0, 1}", "{0, 2}", "{0, 1, 2}");
    }

    private static Policy inside(PolicyState.Inside asked) {
        return policy(new PolicyState(Set.of(), null, null, asked, null, null));
    }

    private static Policy policy(PolicyState state) {
        return new Policy(
                "p",
                "p",
                PolicyEffect.DENY,
                PolicyHolders.EVERYBODY,
                PolicyDoors.EVERY,
                PolicyTimes.ALWAYS.in(state),
                0,
                Map.of());
    }
}
