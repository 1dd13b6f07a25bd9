package dev.lintel.domain.rulebook.report;

import dev.lintel.domain.group.Project;
import dev.lintel.domain.rulebook.RulebookVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All of it together, as a mail tells it.
 *
 * @param inForce at {@code until}; null when the shipped rules alone decided
 * @param days of the last so many days what was not used is told
 */
public record RuleReport(
        Project project,
        Instant from,
        Instant until,
        @Nullable RulebookVersion inForce,
        List<VersionChange> changes,
        int days,
        List<Rule> unusedRules,
        List<UnusedRight> unusedRights) {
    public RuleReport {
        changes = List.copyOf(changes);
        unusedRules = List.copyOf(unusedRules);
        unusedRights = List.copyOf(unusedRights);
    }
}
