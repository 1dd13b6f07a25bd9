package dev.lintel.routes.rest;

import dev.lintel.domain.rulebook.Diagnostic;
import dev.lintel.domain.rulebook.TrialReport;
import dev.lintel.domain.rulebook.TrialReport.InvariantResult;
import dev.lintel.domain.rulebook.TrialReport.OutcomeResult;
import dev.lintel.domain.rulebook.TrialReport.ScenarioResult;
import dev.lintel.domain.rulebook.TrialReport.Violation;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came out when rules were tried. */
@Schema(name = "Trial")
record TrialView(
        Instant at,

        @Schema(description = "Whether nothing that was tried keeps the rules from coming into force.")
        boolean passed,

        List<ScenarioOutcome> scenarios,

        @Schema(description = "The first, `egress`, every project has: who may go out is not kept in.")
        List<InvariantOutcome> invariants,

        Coverage coverage,

        @Schema(description = "What whoever wrote the rules may not have meant.")
        List<DiagnosticView> diagnostics) {

    /** What became of a scenario; without a verdict, or without what was said, its device is no more. */
    @Schema(name = "ScenarioOutcome")
    record ScenarioOutcome(
            String id,
            String name,
            boolean passed,

            @Schema(description = "Null for a question to a table of `outcomeTables`.") @Nullable
            String expected,

            @Nullable String verdict,
            @Nullable String reason,
            List<String> policyNames,

            @Schema(description = "Of a question to a table of `outcomeTables`; null for a request.") @Nullable
            Said outcome) {
        /** What a table said. */
        @Schema(name = "ScenarioOutcomeSaid")
        record Said(
                String about,
                OutcomeTableView.OutcomeView expected,
                OutcomeTableView.@Nullable OutcomeView said,

                @Schema(description = "Number of the row that counts, from 1; null when none does.") @Nullable
                Integer row) {
            static Said of(OutcomeResult result) {
                return new Said(
                        WireName.of(result.about()),
                        OutcomeTableView.OutcomeView.of(result.expected()),
                        result.said() == null ? null : OutcomeTableView.OutcomeView.of(result.said()),
                        result.row());
            }
        }

        static ScenarioOutcome of(ScenarioResult result) {
            return new ScenarioOutcome(
                    result.id(),
                    result.name(),
                    result.passed(),
                    result.expected() == null ? null : WireName.of(result.expected()),
                    result.verdict() == null ? null : WireName.of(result.verdict()),
                    result.reason() == null ? null : WireName.of(result.reason()),
                    result.by(),
                    result.outcome() == null ? null : Said.of(result.outcome()));
        }
    }

    /** Whether an invariant holds. */
    @Schema(name = "InvariantOutcome")
    record InvariantOutcome(
            String id,
            String name,
            boolean holds,

            @Schema(description = "How many kinds of requests were looked at.")
            long requests,

            @Schema(description = "The smallest request that breaks it.") @Nullable
            Counterexample violation) {
        static InvariantOutcome of(InvariantResult result) {
            return new InvariantOutcome(
                    result.id(),
                    result.name(),
                    result.holds(),
                    result.requests(),
                    result.violation() == null ? null : Counterexample.of(result.violation()));
        }
    }

    /** A request that breaks an invariant. */
    @Schema(name = "Counterexample")
    record Counterexample(
            RuleSetView.Told request,

            @Schema(
                    description =
                            "Whoever could make it today; null when nobody could yet, or for those who may not see people.")
            @Nullable
            String personId,

            @Nullable String personName,
            String reason,
            List<String> policyNames) {
        static Counterexample of(Violation violation) {
            return new Counterexample(
                    RuleSetView.Told.of(violation.example()),
                    violation.person(),
                    violation.personName(),
                    WireName.of(violation.reason()),
                    violation.by());
        }
    }

    /** How much the scenarios ask about. */
    @Schema(name = "ScenarioCoverage")
    record Coverage(
            @Schema(
                    description =
                            "Policies and rows of tables, `outcomeTables` among them, that a scenario is concerned by.")
            int rules,

            int allRules,

            @Schema(description = "Ids of the others.") List<String> untried,
            int doors,
            int allDoors,

            @Schema(description = "Of the 168 hours of a week.")
            int hours) {}

    /** Something that may not have been meant. */
    @Schema(name = "RuleDiagnostic")
    record DiagnosticView(
            @Schema(
                    allowableValues = {
                        "gap",
                        "overlap",
                        "contradiction",
                        "shadowed",
                        "redundant",
                        "fits-nobody",
                        "fits-no-door",
                        "never-holds"
                    })
            String kind,

            @Schema(description = "Id of the table; null when it is about policies that stand alone.") @Nullable
            String table,

            @Schema(description = "Ids of the policies or rows, the one in question first.")
            List<String> rules,

            @Schema(description = "Numbers of the rows, from 1.")
            List<Integer> rows,

            @Schema(description = "A request that shows it.")
            RuleSetView.@Nullable Told example,

            @Schema(description = "The same, of a table about something else than doors.")
            OutcomeTableView.@Nullable Question question) {
        static DiagnosticView of(Diagnostic found) {
            return new DiagnosticView(
                    WireName.of(found.kind()),
                    found.table(),
                    found.rules(),
                    found.rows(),
                    found.example() == null ? null : RuleSetView.Told.of(found.example()),
                    found.question() == null ? null : OutcomeTableView.Question.of(found.question()));
        }
    }

    static TrialView of(TrialReport report) {
        TrialReport.Coverage coverage = report.coverage();
        return new TrialView(
                report.at(),
                report.isPassed(),
                report.scenarios().stream().map(ScenarioOutcome::of).toList(),
                report.invariants().stream().map(InvariantOutcome::of).toList(),
                new Coverage(
                        coverage.rules(),
                        coverage.allRules(),
                        coverage.untried(),
                        coverage.doors(),
                        coverage.allDoors(),
                        coverage.hours()),
                report.diagnostics().stream().map(DiagnosticView::of).toList());
    }
}
