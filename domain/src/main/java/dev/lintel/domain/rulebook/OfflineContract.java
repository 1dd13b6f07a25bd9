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

    /** Whether devices that are cut off do what all rows of the table say, and not only less. */
    public static boolean isEnforced(PolicyTable table) {
        return table.rows().stream().allMatch(OfflineContract::isEnforced);
    }

    /** A problem for each policy or table that opens doors when devices are cut off, and of which nobody has said that they know. */
    static List<Problem> unconfirmed(RuleSet rules, Set<String> confirmed) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < rules.policies().size(); i++) {
            Policy policy = rules.policies().get(i);
            if (!isEnforced(policy) && !confirmed.contains(policy.id())) {
                problems.add(new Problem("policies[" + i + "].effect", Reason.NOT_ENFORCED_OFFLINE, policy.name()));
            }
        }
        for (int i = 0; i < rules.tables().size(); i++) {
            PolicyTable table = rules.tables().get(i);
            if (!isEnforced(table) && !confirmed.contains(table.id())) {
                problems.add(new Problem("tables[" + i + "].rows", Reason.NOT_ENFORCED_OFFLINE, table.name()));
            }
        }
        return problems;
    }
}
