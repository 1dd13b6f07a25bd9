package dev.lintel.ui.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyDoors;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.domain.rulebook.PolicyTimes;
import dev.lintel.ui.rulebook.PolicyChange.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyChangeTest {
    @Test
    void tellsWhatIsNewChangedAndRemoved() {
        List<PolicyChange> changes = PolicyChange.between(
                List.of(policy("same", "A"), policy("changed", "B"), policy("removed", "C")),
                List.of(policy("new", "D"), policy("changed", "B2"), policy("same", "A")));

        assertThat(changes)
                .extracting(PolicyChange::kind)
                .containsExactly(Kind.NEW, Kind.CHANGED, Kind.SAME, Kind.REMOVED);
        assertThat(changes.get(1).before()).isEqualTo(policy("changed", "B"));
        assertThat(changes.getLast().policy()).isEqualTo(policy("removed", "C"));
    }

    private static Policy policy(String id, String name) {
        return new Policy(
                id,
                name,
                PolicyEffect.DENY,
                PolicyHolders.EVERYBODY,
                PolicyDoors.EVERY,
                PolicyTimes.ALWAYS,
                0,
                Map.of());
    }
}
