package dev.lintel.domain.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lintel.domain.TestActors;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.rulebook.OfflineEffect.Opening;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What devices do by their copies, which know no policies. */
@Tag("RU-4")
class OfflineEffectsIT extends RuledHouseIT {
    @Autowired
    OfflineEffects effects;

    @Test
    void itIsCountedByTheCopiesOfThoseWhomAPolicyConcerns() {
        RuleSet rules = RuleSet.of(List.of(Policies.closed("g1", "d3"), Policies.couriersAtNight()));
        await().untilAsserted(() -> assertThat(effects.of(mary, project, rules))
                .containsExactly(
                        new OfflineEffect(
                                Policies.closed("g1", "d3").id(),
                                "Closed",
                                1,
                                List.of(new Opening("d3", "Back yard · AA-12", 1))),
                        new OfflineEffect(
                                Policies.couriersAtNight().id(),
                                "Couriers at night",
                                2,
                                List.of(new Opening("d1", "House · AA-12", 1)))));
        assertThat(effects.of(mary, project, RuleSet.EMPTY)).isEmpty();
    }

    @Test
    void otherProjectsLookAsIfTheyWereNot() {
        assertThatThrownBy(() ->
                        effects.of(TestActors.ofProject(project + 1, Permission.RULE_VIEW), project, RuleSet.EMPTY))
                .isInstanceOf(NoSuchRulebookException.class);
    }
}
