package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.rulebook.TrialReport.InvariantResult;
import dev.lintel.domain.rulebook.TrialReport.ScenarioResult;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What {@link Trials} works out, of a project in memory, for tests of other modules. */
public final class TrialInMemory {
    private TrialInMemory() {}

    public static List<Diagnostic> diagnose(RuleSet rules, SiteSnapshot site, Instant at) {
        return Diagnoses.of(rules, site, at);
    }

    public static List<InvariantResult> check(RuleSet rules, SiteSnapshot site, AccessDecisionPoint trial, Instant at) {
        return new Invariants(rules, site, trial, at).check();
    }

    /** What scenarios come to that ask tables about something else than doors. */
    public static List<ScenarioResult> runs(RuleSet rules, SiteSnapshot site, OutcomeRules outcomes, Instant at) {
        OutcomeRuns runs = new OutcomeRuns(rules, site, outcomes, at);
        return rules.scenarios().stream()
                .map(scenario -> runs.run(scenario, Objects.requireNonNull(scenario.asked())))
                .toList();
    }
}
