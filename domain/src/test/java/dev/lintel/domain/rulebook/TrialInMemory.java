package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.rulebook.TrialReport.InvariantResult;
import java.time.Instant;
import java.util.List;

/** What {@link Trials} works out, of a project in memory, for tests of other modules. */
public final class TrialInMemory {
    private TrialInMemory() {}

    public static List<Diagnostic> diagnose(RuleSet rules, SiteSnapshot site, Instant at) {
        return Diagnoses.of(rules, site, at);
    }

    public static List<InvariantResult> check(RuleSet rules, SiteSnapshot site, AccessDecisionPoint trial, Instant at) {
        return Invariants.of(rules, site, trial, at);
    }
}
