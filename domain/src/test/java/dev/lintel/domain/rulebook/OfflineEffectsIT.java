package dev.lintel.domain.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lintel.domain.TestActors;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.rulebook.OfflineEffect.Opening;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What devices do by their copies, which know only what is always denied. */
@Tag("RU-4")
class OfflineEffectsIT extends RuledHouseIT {
    @Autowired
    OfflineEffects effects;

    @Test
    void itIsCountedByTheCopiesOfThoseWhomAPolicyConcerns() {
        Policy closed = Policies.closed("g1", "d3");
        Policy night = Policies.couriersAtNight();
        OfflineEffect kept = new OfflineEffect(closed.id(), "Closed", true, 1, List.of());
        OfflineEffect opening = new OfflineEffect(
                night.id(), "Couriers at night", false, 2, List.of(new Opening("d1", "House · AA-12", 1)));
        RuleSet rules = RuleSet.of(List.of(closed, night));
        assertThat(effects.of(mary, project, rules)).containsExactly(kept, opening);
        assertThat(effects.of(mary, project, rules, closed.id())).contains(kept);
        assertThat(effects.of(mary, project, rules, night.id())).contains(opening);
        assertThat(effects.of(mary, project, RuleSet.EMPTY)).isEmpty();
    }

    @Test
    void whatAnotherMayOverrideOpens() {
        Policy closed = Policies.closed("g1", "d3");
        Policy way = ReadyMadePolicy.EVACUATION.policy("Evacuation", Map.of());
        assertThat(effects.of(mary, project, RuleSet.of(List.of(closed, way))))
                .containsExactly(new OfflineEffect(
                        closed.id(), "Closed", false, 1, List.of(new Opening("d3", "Back yard · AA-12", 1))));
    }

    @Test
    void whatIsDeniedForOtherReasonsIsLeftOutOfTheCopiesAsWell() {
        Policy closed = Policies.closed("g1", "d3");
        Policy night = Policies.couriersAtNight();
        Policy everybodyAtNight = new Policy(
                night.id(),
                "Everybody at night",
                night.effect(),
                PolicyHolders.EVERYBODY,
                PolicyDoors.EVERY,
                night.times(),
                0,
                Map.of());
        assertThat(effects.of(mary, project, RuleSet.of(List.of(everybodyAtNight)), night.id())
                        .orElseThrow()
                        .opening())
                .extracting(Opening::deviceId, Opening::identifiers)
                .containsExactly(tuple("d3", 1), tuple("d1", 2));
        assertThat(effects.of(mary, project, RuleSet.of(List.of(closed, everybodyAtNight)), night.id())
                        .orElseThrow()
                        .opening())
                .extracting(Opening::deviceId, Opening::identifiers)
                .containsExactly(tuple("d1", 2));
    }

    @Test
    void otherProjectsLookAsIfTheyWereNot() {
        assertThatThrownBy(() ->
                        effects.of(TestActors.ofProject(project + 1, Permission.RULE_VIEW), project, RuleSet.EMPTY))
                .isInstanceOf(NoSuchRulebookException.class);
    }
}
