package dev.lintel.domain.rulebook.report;

import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.RulebookVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a version made of the one before it. It tells its authors and who put it in force.
 *
 * @param changes in the order in which people read the version, and then what it removed; none when only its scenarios
 *     or invariants are others
 */
public record VersionChange(RulebookVersion version, List<Change> changes) {
    public VersionChange {
        changes = List.copyOf(changes);
    }

    /** What becomes of a rule. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    /** @param rule as it is in the version, or as it was when it is removed */
    public record Change(Kind kind, Rule rule) {}

    /** @param before null for the first version of all */
    static VersionChange between(@Nullable RulebookVersion before, RulebookVersion version) {
        List<Rule> old = before == null ? List.of() : Rule.of(before.rules());
        Map<String, Policy> gone = new HashMap<>();
        old.forEach(rule -> gone.put(rule.policy().id(), rule.policy()));
        List<Change> changes = new ArrayList<>();
        for (Rule rule : Rule.of(version.rules())) {
            Policy was = gone.remove(rule.policy().id());
            if (!rule.policy().equals(was)) {
                changes.add(new Change(was == null ? Kind.ADDED : Kind.CHANGED, rule));
            }
        }
        old.stream()
                .filter(rule -> gone.containsKey(rule.policy().id()))
                .forEach(rule -> changes.add(new Change(Kind.REMOVED, rule)));
        return new VersionChange(version, changes);
    }
}
