package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AppliedPolicy;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.rulebook.TrialReport.Coverage;
import dev.lintel.domain.rulebook.TrialReport.ScenarioResult;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Asks scenarios, and counts what they ask about. */
final class ScenarioRuns {
    private final RuleSet rules;
    private final SiteSnapshot site;
    private final AccessDecisionPoint trial;
    private final OutcomeRuns others;
    private final List<ScenarioResult> results = new ArrayList<>();
    private final Set<String> tried = new HashSet<>();
    private final Set<String> doors = new HashSet<>();
    private final Set<Integer> hours = new HashSet<>();

    /** @param others asks tables about something else than doors */
    ScenarioRuns(RuleSet rules, SiteSnapshot site, AccessDecisionPoint trial, OutcomeRuns others) {
        this.rules = rules;
        this.site = site;
        this.trial = trial;
        this.others = others;
        rules.scenarios().forEach(scenario -> results.add(run(scenario)));
    }

    List<ScenarioResult> results() {
        return results;
    }

    Coverage coverage() {
        List<String> all = Stream.concat(
                        rules.all().stream().map(Policy::id),
                        rules.outcomes().stream()
                                .flatMap(table -> table.rows().stream())
                                .map(OutcomeRow::id))
                .toList();
        int allDoors = 0;
        for (Device device : site.devices()) {
            allDoors += device.hasLock() ? 1 : 0;
        }
        List<String> untried = all.stream()
                .filter(id -> !tried.contains(id) && !others.tried().contains(id))
                .toList();
        return new Coverage(all.size() - untried.size(), all.size(), untried, doors.size(), allDoors, hours.size());
    }

    private ScenarioResult run(Scenario scenario) {
        OutcomeCase asked = scenario.asked();
        return asked == null ? decided(scenario) : others.run(scenario, asked);
    }

    private ScenarioResult decided(Scenario scenario) {
        AccessFacts facts = scenario.facts(site);
        Decision decision = facts == null ? null : trial.decide(facts);
        if (facts != null && decision != null) {
            count(facts, decision);
        }
        return new ScenarioResult(
                scenario.id(),
                scenario.name(),
                decision != null && isAsExpected(scenario, decision),
                scenario.expected(),
                decision == null ? null : decision.verdict(),
                decision == null ? null : decision.reason(),
                decision == null
                        ? List.of()
                        : decision.policies().stream()
                                .map(AppliedPolicy::name)
                                .distinct()
                                .toList(),
                null);
    }

    private boolean isAsExpected(Scenario scenario, Decision decision) {
        return decision.verdict() == scenario.expected()
                && (scenario.by() == null || concerned(scenario.by(), decision));
    }

    /** Whether the policy concerned it, or any row of the table. */
    private boolean concerned(String by, Decision decision) {
        Set<String> rows = new HashSet<>(Set.of(by));
        rules.tables().stream().filter(table -> table.id().equals(by)).forEach(table -> table.rows()
                .forEach(row -> rows.add(row.id())));
        return decision.policies().stream().anyMatch(policy -> rows.contains(policy.id()));
    }

    private void count(AccessFacts facts, Decision decision) {
        decision.policies().forEach(policy -> tried.add(policy.id()));
        Device device = facts.device() == null
                ? null
                : site.device(Objects.requireNonNull(facts.device()).id());
        if (device != null && device.hasLock()) {
            doors.add(device.id());
        }
        LocalDateTime local = LocalDateTime.ofInstant(facts.at(), site.project().timeZone());
        hours.add(local.getDayOfWeek().getValue() * 24 + local.getHour());
    }
}
