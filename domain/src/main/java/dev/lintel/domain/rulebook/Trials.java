package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.rulebook.RulebookRefusedException.Problem;
import dev.lintel.domain.rulebook.RulebookRefusedException.Reason;
import dev.lintel.domain.rulebook.TrialReport.InvariantResult;
import dev.lintel.domain.rulebook.TrialReport.ScenarioResult;
import dev.lintel.domain.rulebook.TrialReport.Violation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** Tries rules before anybody is bound by them: their scenarios, their invariants, and what may not have been meant. */
@Service
public class Trials {
    private final Rulebooks rulebooks;
    private final AccessDirectory directory;
    private final RuleCompiler compiler;
    private final OutcomeRules outcomes;
    private final InstantSource clock;

    Trials(
            Rulebooks rulebooks,
            AccessDirectory directory,
            RuleCompiler compiler,
            OutcomeRules outcomes,
            InstantSource clock) {
        this.rulebooks = rulebooks;
        this.directory = directory;
        this.compiler = compiler;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * Tries these rules. Takes a second or so.
     *
     * @throws RulebookRefusedException when the rules cannot be taken, with all that is wrong
     */
    public TrialReport of(Actor actor, long project, RuleSet rules) {
        rulebooks.requireTakable(actor, project, rules);
        TrialReport report = run(project, rules);
        return actor.reach(Permission.USER_VIEW).hasProject(project) ? report : withoutNames(report);
    }

    /**
     * What whoever wrote these rules may not have meant, for editors that tell while somebody types.
     *
     * @throws RulebookRefusedException when the rules cannot be taken, with all that is wrong
     */
    public List<Diagnostic> diagnose(Actor actor, long project, RuleSet rules) {
        rulebooks.requireTakable(actor, project, rules);
        return Diagnoses.of(rules, site(project), clock.instant());
    }

    /** Tries what was taken before. */
    TrialReport run(long project, RuleSet rules) {
        Rulebook draft = Rulebook.draft(project, rules);
        SiteSnapshot site = site(project).asking(draft.wanted());
        AccessDecisionPoint trial = compiler.trial(draft);
        Instant now = clock.instant();
        ScenarioRuns runs = new ScenarioRuns(rules, site, trial, new OutcomeRuns(rules, site, outcomes, now));
        Invariants invariants = new Invariants(rules, site, trial, now);
        return new TrialReport(
                now,
                runs.results(),
                invariants.check(),
                runs.coverage(),
                Diagnoses.of(rules, site, now, invariants.classes()));
    }

    private SiteSnapshot site(long project) {
        return Objects.requireNonNull(directory.site(project));
    }

    /** What keeps tried rules from coming into force. */
    static List<Problem> problems(RuleSet rules, TrialReport report) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < report.scenarios().size(); i++) {
            ScenarioResult result = report.scenarios().get(i);
            if (!result.passed()) {
                String field = result.outcome() == null ? "expected" : "outcome";
                problems.add(new Problem("scenarios[" + i + "]." + field, Reason.SCENARIO_FAILS, result.name()));
            }
        }
        List<String> invariants = rules.invariants().stream().map(Invariant::id).toList();
        for (InvariantResult result : report.invariants()) {
            if (!result.holds()) {
                int at = invariants.indexOf(result.id());
                problems.add(new Problem(
                        at < 0 ? "egress" : "invariants[" + at + "]", Reason.INVARIANT_VIOLATED, result.name()));
            }
        }
        for (int i = 0; i < rules.tables().size(); i++) {
            PolicyTable table = rules.tables().get(i);
            if (table.hit() == HitPolicy.UNIQUE && overlaps(table, report)) {
                problems.add(new Problem("tables[" + i + "].rows", Reason.ROWS_OVERLAP, table.name()));
            }
        }
        return problems;
    }

    private static boolean overlaps(PolicyTable table, TrialReport report) {
        return report.diagnostics().stream()
                .anyMatch(found -> table.id().equals(found.table())
                        && (found.kind() == Diagnostic.Kind.OVERLAP || found.kind() == Diagnostic.Kind.CONTRADICTION));
    }

    static TrialReport withoutNames(TrialReport report) {
        return new TrialReport(
                report.at(),
                report.scenarios(),
                report.invariants().stream()
                        .map(result -> {
                            Violation violation = result.violation();
                            return violation == null
                                    ? result
                                    : new InvariantResult(
                                            result.id(), result.name(), result.requests(), violation.withoutName());
                        })
                        .toList(),
                report.coverage(),
                report.diagnostics());
    }
}
