package dev.lintel.domain.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that people write in a rulebook: what decides, and what it is tried against before it may decide.
 *
 * @param policies in the order in which people read them; the order decides nothing
 * @param tables as the policies, in an order that decides nothing; that of their rows does
 * @param outcomes tables about something else than doors
 */
public record RuleSet(
        List<Policy> policies,
        List<PolicyTable> tables,
        List<OutcomeTable> outcomes,
        List<Scenario> scenarios,
        List<Invariant> invariants) {
    public static final RuleSet EMPTY = of(List.of());

    public RuleSet {
        policies = List.copyOf(policies);
        tables = List.copyOf(tables);
        outcomes = List.copyOf(outcomes);
        scenarios = List.copyOf(scenarios);
        invariants = List.copyOf(invariants);
    }

    /** All about doors. */
    public RuleSet(
            List<Policy> policies, List<PolicyTable> tables, List<Scenario> scenarios, List<Invariant> invariants) {
        this(policies, tables, List.of(), scenarios, invariants);
    }

    /** Policies alone. */
    public static RuleSet of(List<Policy> policies) {
        return new RuleSet(policies, List.of(), List.of(), List.of());
    }

    /** With other policies. */
    public RuleSet withPolicies(List<Policy> others) {
        return new RuleSet(others, tables, outcomes, scenarios, invariants);
    }

    /** With other tables. */
    public RuleSet withTables(List<PolicyTable> others) {
        return new RuleSet(policies, others, outcomes, scenarios, invariants);
    }

    /** With other tables about something else than doors. */
    public RuleSet withOutcomes(List<OutcomeTable> others) {
        return new RuleSet(policies, tables, others, scenarios, invariants);
    }

    /** With other scenarios. */
    public RuleSet withScenarios(List<Scenario> others) {
        return new RuleSet(policies, tables, outcomes, others, invariants);
    }

    /** With other invariants. */
    public RuleSet withInvariants(List<Invariant> others) {
        return new RuleSet(policies, tables, outcomes, scenarios, others);
    }

    /** The policies and the rows of all tables about doors. */
    public List<Policy> all() {
        return Stream.concat(policies.stream(), tables.stream().flatMap(table -> table.rows().stream()))
                .toList();
    }

    /** Whether doors would be decided alike. */
    public boolean decidesAs(RuleSet other) {
        return policies.equals(other.policies) && tables.equals(other.tables);
    }

    /** Whether the tables about something else than doors are the same. */
    public boolean saysElsewhereAs(RuleSet other) {
        return outcomes.equals(other.outcomes);
    }

    /** Of the policies and rows that are not the same in both, all; of a table that is not the same, every row. */
    static List<Policy> changed(RuleSet before, RuleSet after) {
        List<Policy> changed = new ArrayList<>();
        only(before, after, changed);
        only(after, before, changed);
        return changed;
    }

    private static void only(RuleSet some, RuleSet others, List<Policy> changed) {
        some.policies.stream()
                .filter(policy -> !others.policies.contains(policy))
                .forEach(changed::add);
        some.tables.stream()
                .filter(table -> !others.tables.contains(table))
                .forEach(table -> changed.addAll(table.rows()));
    }
}
