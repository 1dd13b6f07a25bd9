package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.rulebook.RulebookRefusedException.Problem;
import dev.lintel.domain.rulebook.RulebookRefusedException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What devices do by themselves while they cannot ask the server: they open by their copies of identifiers and schedules, which
 * know restrictions and no policies. So what a policy denies opens at a device that is cut off, and what one allows does not.
 */
public final class OfflineContract {
    private OfflineContract() {}

    /** Whether devices that are cut off do what the policy says, and not only less. */
    public static boolean isEnforced(Policy policy) {
        return policy.effect() != PolicyEffect.DENY;
    }

    /** A problem for each policy that opens doors when devices are cut off, and of which nobody has said that they know. */
    static List<Problem> unconfirmed(List<Policy> policies, Set<String> confirmed) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < policies.size(); i++) {
            Policy policy = policies.get(i);
            if (!isEnforced(policy) && !confirmed.contains(policy.id())) {
                problems.add(new Problem("policies[" + i + "].effect", Reason.NOT_ENFORCED_OFFLINE, policy.name()));
            }
        }
        return problems;
    }
}
