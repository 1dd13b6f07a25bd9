package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.identifier.Identifier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What {@link PolicyImpacts} works out, of a project in memory, for tests of other modules. */
public final class ImpactInMemory {
    private final ImpactSearch search;
    private final PolicyImpact impact;

    public ImpactInMemory(
            SiteSnapshot site,
            AccessDecisionPoint inForce,
            AccessDecisionPoint trial,
            Rulebook before,
            Rulebook after,
            Instant at) {
        this.search = new ImpactSearch(site, inForce, trial, List.of(rules(before)), rules(after), at);
        this.impact = search.run(() -> false, true);
    }

    private static RuleSet rules(Rulebook rulebook) {
        return new RuleSet(rulebook.policies(), rulebook.tables(), List.of(), List.of());
    }

    public PolicyImpact impact() {
        return impact;
    }

    public List<Duration> gainedAndLost(Identifier identifier, String device) {
        WeekComparison.Difference difference = search.difference(identifier, device);
        return List.of(difference.gained(), difference.lost());
    }
}
