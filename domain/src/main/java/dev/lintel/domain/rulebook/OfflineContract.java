package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.rulebook.RulebookRefusedException.Problem;
import dev.lintel.domain.rulebook.RulebookRefusedException.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What devices do by themselves while they cannot ask the server: they open by their copies of identifiers and schedules. What is
 * always denied is left out of these, see {@link StandingPolicies}, so devices keep to it by themselves. All other denials they
 * do not know, and open; nor do they know what is allowed, and do not open.
 */
public final class OfflineContract {
    private final RuleSet rules;

    private OfflineContract(RuleSet rules) {
        this.rules = rules;
    }

    /** Of all rules that decide together: whether one counts is also for the others to say. */
    public static OfflineContract of(RuleSet rules) {
        return new OfflineContract(rules);
    }

    /** Whether devices that are cut off do what a policy that stands alone says, and not only less. */
    public boolean isEnforced(Policy policy) {
        return policy.effect() != PolicyEffect.DENY || isConstant(policy) && !isOverridden(policy, null);
    }

    /** Whether devices that are cut off do what all rows of the table say, and not only less. */
    public boolean isEnforced(PolicyTable table) {
        for (int i = 0; i < table.rows().size(); i++) {
            if (!isEnforced(table, i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether devices that are cut off do what one row of a table says, and not only less. */
    public boolean isEnforced(PolicyTable table, int row) {
        Policy policy = table.rows().get(row);
        return policy.effect() != PolicyEffect.DENY
                || isConstant(policy) && !isOverridden(policy, table) && counts(table, row);
    }

    /** Whether it denies anything, and devices keep to that by themselves. */
    public boolean isKept(Policy policy) {
        return policy.effect() == PolicyEffect.DENY && isEnforced(policy);
    }

    /** Whether its rows deny anything, and devices keep to all of that by themselves. */
    public boolean isKept(PolicyTable table) {
        return table.rows().stream().anyMatch(row -> row.effect() == PolicyEffect.DENY) && isEnforced(table);
    }

    /** Whether it says the same at all times, and in every direction: copies may open in all of them alike. */
    private static boolean isConstant(Policy policy) {
        return StandingPolicies.isStanding(policy)
                && policy.doors().accessPoint() == null
                && !policy.doors().sparesWayOut();
    }

    /** Whether another may open what it denies. */
    private boolean isOverridden(Policy denying, @Nullable PolicyTable own) {
        return Stream.concat(
                        rules.policies().stream(),
                        rules.tables().stream()
                                .filter(table -> own == null || !table.id().equals(own.id()))
                                .flatMap(table -> table.rows().stream()))
                .anyMatch(other -> mayOpen(other, denying) && mayMeet(other, denying));
    }

    private static boolean mayOpen(Policy other, Policy denying) {
        return other.effect() == PolicyEffect.EGRESS
                || other.effect() == PolicyEffect.ALLOW && other.priority() > denying.priority();
    }

    /** Whether it is certain of each request that the row counts, or which other one does in its place. */
    private static boolean counts(PolicyTable table, int row) {
        Policy policy = table.rows().get(row);
        List<Policy> before = table.hit() == HitPolicy.FIRST ? table.rows().subList(0, row) : table.rows();
        return before.stream()
                .filter(other -> !other.equals(policy) && mayMeet(other, policy))
                .allMatch(other -> isConstant(other)
                        || table.hit() == HitPolicy.FIRST
                                && other.effect() == PolicyEffect.DENY
                                && other.priority() >= policy.priority());
    }

    /** Whether the same request may concern both; not when they ask for another one of what everybody has one of. */
    private static boolean mayMeet(Policy one, Policy other) {
        PolicyHolders who = one.holders();
        PolicyHolders others = other.holders();
        PolicyDoors where = one.doors();
        PolicyDoors elsewhere = other.doors();
        return mayMeet(who.kinds(), others.kinds())
                && mayMeet(who.profiles(), others.profiles())
                && mayMeet(who.identifiers(), others.identifiers())
                && mayMeet(who.markers(), others.markers())
                && mayMeet(who.family(), others.family())
                && mayMeet(where.devices(), elsewhere.devices())
                && mayMeet(where.deviceTypes(), elsewhere.deviceTypes())
                && mayMeet(where.groupTypes(), elsewhere.groupTypes());
    }

    private static boolean mayMeet(Collection<?> some, Collection<?> others) {
        return some.isEmpty() || others.isEmpty() || !Collections.disjoint(some, others);
    }

    /** A problem for each policy or table that opens doors when devices are cut off, and of which nobody has said that they know. */
    static List<Problem> unconfirmed(RuleSet rules, Set<String> confirmed) {
        OfflineContract contract = of(rules);
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < rules.policies().size(); i++) {
            Policy policy = rules.policies().get(i);
            if (!contract.isEnforced(policy) && !confirmed.contains(policy.id())) {
                problems.add(new Problem("policies[" + i + "].effect", Reason.NOT_ENFORCED_OFFLINE, policy.name()));
            }
        }
        for (int i = 0; i < rules.tables().size(); i++) {
            PolicyTable table = rules.tables().get(i);
            if (!contract.isEnforced(table) && !confirmed.contains(table.id())) {
                problems.add(new Problem("tables[" + i + "].rows", Reason.NOT_ENFORCED_OFFLINE, table.name()));
            }
        }
        return problems;
    }
}
