package dev.lintel.ui.rulebook;

import dev.lintel.domain.rulebook.Policy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a draft makes of one policy.
 *
 * @param before as it is in force; null when it is new
 * @param policy as it would be, or as it was when it is removed
 */
record PolicyChange(Kind kind, @Nullable Policy before, Policy policy) {
    /** What becomes of it. */
    enum Kind {
        SAME,
        NEW,
        CHANGED,
        REMOVED
    }

    /** All policies of the draft in their order, and then those that it removes. */
    static List<PolicyChange> between(List<Policy> inForce, List<Policy> draft) {
        Map<String, Policy> before = new LinkedHashMap<>();
        inForce.forEach(policy -> before.put(policy.id(), policy));
        List<PolicyChange> changes = new ArrayList<>();
        Set<String> kept = new HashSet<>();
        for (Policy policy : draft) {
            kept.add(policy.id());
            changes.add(of(before.get(policy.id()), policy));
        }
        before.values().stream()
                .filter(policy -> !kept.contains(policy.id()))
                .forEach(policy -> changes.add(new PolicyChange(Kind.REMOVED, policy, policy)));
        return changes;
    }

    private static PolicyChange of(@Nullable Policy before, Policy policy) {
        Kind kind = before == null ? Kind.NEW : before.equals(policy) ? Kind.SAME : Kind.CHANGED;
        return new PolicyChange(kind, before, policy);
    }
}
