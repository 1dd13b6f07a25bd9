package dev.lintel.domain.rulebook.report;

import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyTable;
import dev.lintel.domain.rulebook.RuleSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as reports name one: a policy of its own, or a row of a decision table.
 *
 * @param policy a row has the name of its table
 * @param row number of the row, from 1; null for a policy of its own
 */
public record Rule(Policy policy, @Nullable Integer row) {
    /** All of a version, in the order in which people read them. */
    public static List<Rule> of(RuleSet rules) {
        List<Rule> all = new ArrayList<>();
        rules.policies().forEach(policy -> all.add(new Rule(policy, null)));
        for (PolicyTable table : rules.tables()) {
            for (int i = 0; i < table.rows().size(); i++) {
                all.add(new Rule(table.rows().get(i), i + 1));
            }
        }
        return all;
    }
}
