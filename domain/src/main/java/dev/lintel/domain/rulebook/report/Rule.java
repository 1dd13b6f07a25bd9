package dev.lintel.domain.rulebook.report;

import dev.lintel.domain.rulebook.OutcomeRow;
import dev.lintel.domain.rulebook.OutcomeTable;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyTable;
import dev.lintel.domain.rulebook.RuleSet;
import java.util.ArrayList;
import java.util.List;

/** A rule as reports name one. */
public sealed interface Rule {
    /** The same from version to version. */
    String id();

    /** What people call it; of a row, what they call its table. */
    String name();

    /** Whether it says the same, whatever its place. */
    boolean saysAs(Rule other);

    /** A policy of its own. */
    record Single(Policy policy) implements Rule {
        @Override
        public String id() {
            return policy.id();
        }

        @Override
        public String name() {
            return policy.name();
        }

        @Override
        public boolean saysAs(Rule other) {
            return equals(other);
        }
    }

    /**
     * A row of a decision table.
     *
     * @param policy has the name of its table
     * @param number from 1
     */
    record Row(Policy policy, int number) implements Rule {
        @Override
        public String id() {
            return policy.id();
        }

        @Override
        public String name() {
            return policy.name();
        }

        @Override
        public boolean saysAs(Rule other) {
            return other instanceof Row row && row.policy.equals(policy);
        }
    }

    /**
     * A row of a table about something else than doors.
     *
     * @param number from 1
     */
    record OtherRow(OutcomeTable table, int number) implements Rule {
        public OutcomeRow row() {
            return table.rows().get(number - 1);
        }

        @Override
        public String id() {
            return row().id();
        }

        @Override
        public String name() {
            return table.name();
        }

        @Override
        public boolean saysAs(Rule other) {
            return other instanceof OtherRow one
                    && one.name().equals(name())
                    && one.row().equals(row());
        }
    }

    /** All of a version, in the order in which people read them. */
    static List<Rule> of(RuleSet rules) {
        List<Rule> all = new ArrayList<>();
        rules.policies().forEach(policy -> all.add(new Single(policy)));
        for (PolicyTable table : rules.tables()) {
            for (int i = 0; i < table.rows().size(); i++) {
                all.add(new Row(table.rows().get(i), i + 1));
            }
        }
        for (OutcomeTable table : rules.outcomes()) {
            for (int i = 0; i < table.rows().size(); i++) {
                all.add(new OtherRow(table, i + 1));
            }
        }
        return all;
    }
}
