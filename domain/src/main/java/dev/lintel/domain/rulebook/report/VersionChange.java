package dev.lintel.domain.rulebook.report;

import dev.lintel.domain.rulebook.HitPolicy;
import dev.lintel.domain.rulebook.RuleSet;
import dev.lintel.domain.rulebook.RulebookVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a version made of the one before it. It tells its authors and who put it in force.
 *
 * @param changes in the order in which people read the version, and then what it removed; none when only its scenarios
 *     or invariants are others
 * @param tables what is another about tables as a whole
 * @param tests the same as changes, of scenarios and invariants
 */
public record VersionChange(
        RulebookVersion version, List<Change> changes, List<TableChange> tables, List<TestChange> tests) {
    public VersionChange {
        changes = List.copyOf(changes);
        tables = List.copyOf(tables);
        tests = List.copyOf(tests);
    }

    /** What becomes of a rule. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    /**
     * @param rule as it is in the version, or as it was when it is removed
     * @param before as it was when it is changed; else null
     */
    public record Change(Kind kind, Rule rule, @Nullable Rule before) {}

    /**
     * @param tested as it is in the version, or as it was when it is removed
     * @param before as it was when it is changed; else null
     */
    public record TestChange(
            Kind kind, Tested tested, @Nullable Tested before) {}

    /**
     * @param name of the table
     * @param hit which of its rows count from now on; null where that is as before, and for tables about something else than
     *     doors, of whose rows the uppermost always counts
     * @param reordered whether rows that it had before stand in another order
     */
    public record TableChange(String name, @Nullable HitPolicy hit, boolean reordered) {}

    /** @param before null for the first version of all */
    static VersionChange between(@Nullable RulebookVersion before, RulebookVersion version) {
        RuleSet was = before == null ? RuleSet.EMPTY : before.rules();
        RuleSet is = version.rules();
        return new VersionChange(version, changes(was, is), tables(was, is), tests(was, is));
    }

    private static List<Change> changes(RuleSet before, RuleSet after) {
        Map<String, Rule> gone = new LinkedHashMap<>();
        Rule.of(before).forEach(rule -> gone.put(rule.id(), rule));
        List<Change> changes = new ArrayList<>();
        for (Rule rule : Rule.of(after)) {
            Rule was = gone.remove(rule.id());
            if (was == null || !rule.saysAs(was)) {
                changes.add(new Change(was == null ? Kind.ADDED : Kind.CHANGED, rule, was));
            }
        }
        gone.values().forEach(rule -> changes.add(new Change(Kind.REMOVED, rule, null)));
        return changes;
    }

    private static List<TestChange> tests(RuleSet before, RuleSet after) {
        Map<String, Tested> gone = new LinkedHashMap<>();
        Tested.of(before).forEach(tested -> gone.put(tested.id(), tested));
        List<TestChange> changes = new ArrayList<>();
        for (Tested tested : Tested.of(after)) {
            Tested was = gone.remove(tested.id());
            if (!tested.equals(was)) {
                changes.add(new TestChange(was == null ? Kind.ADDED : Kind.CHANGED, tested, was));
            }
        }
        gone.values().forEach(tested -> changes.add(new TestChange(Kind.REMOVED, tested, null)));
        return changes;
    }

    /** A table as a whole. */
    private record Whole(String name, @Nullable HitPolicy hit, List<String> rows) {
        static Map<String, Whole> of(RuleSet rules) {
            Map<String, Whole> all = new LinkedHashMap<>();
            rules.tables()
                    .forEach(table -> all.put(
                            table.id(),
                            new Whole(
                                    table.name(),
                                    table.hit(),
                                    table.rows().stream().map(row -> row.id()).toList())));
            rules.outcomes()
                    .forEach(table -> all.put(
                            table.id(),
                            new Whole(
                                    table.name(),
                                    null,
                                    table.rows().stream().map(row -> row.id()).toList())));
            return all;
        }

        boolean isReordered(Whole before) {
            return !rows.stream()
                    .filter(before.rows::contains)
                    .toList()
                    .equals(before.rows.stream().filter(rows::contains).toList());
        }
    }

    private static List<TableChange> tables(RuleSet before, RuleSet after) {
        Map<String, Whole> tables = Whole.of(before);
        List<TableChange> changes = new ArrayList<>();
        Whole.of(after).forEach((id, table) -> {
            Whole was = tables.get(id);
            HitPolicy hit = was == null || was.hit() != table.hit() ? table.hit() : null;
            boolean reordered = was != null && table.isReordered(was);
            if (hit != null || reordered) {
                changes.add(new TableChange(table.name(), hit, reordered));
            }
        });
        return changes;
    }
}
