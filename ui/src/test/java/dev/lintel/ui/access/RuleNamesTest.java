package dev.lintel.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.AppliedPolicy;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleNamesTest {
    @Test
    void callsTheRuleOfAPolicyAsPeopleDo() {
        assertThat(names(List.of("policy 12", "the identifier is known", "policy 3"), "Nights", "Floors"))
                .containsExactly("Floors", "the identifier is known", "Nights");
    }

    @Test
    void leavesNumbersThatItCannotTellApart() {
        assertThat(names(List.of("policy 1", "policy 2"), "Nights")).containsExactly("policy 1", "policy 2");
    }

    private static List<String> names(List<String> rules, String... policies) {
        List<AppliedPolicy> applied = List.of(policies).stream()
                .map(name -> new AppliedPolicy(name, name, PolicyEffect.DENY, Map.of()))
                .toList();
        return new RuleNames(new Decision(
                        Verdict.DENY,
                        ReasonCode.POLICY_DENIED,
                        List.of(),
                        List.of(),
                        List.of(),
                        rules,
                        List.of(),
                        "test",
                        null,
                        applied))
                .names();
    }
}
