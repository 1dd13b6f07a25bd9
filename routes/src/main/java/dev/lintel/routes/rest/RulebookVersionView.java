package dev.lintel.routes.rest;

import dev.lintel.domain.rulebook.OfflineContract;
import dev.lintel.domain.rulebook.ReleaseReport;
import dev.lintel.domain.rulebook.RulebookVersion;
import dev.lintel.domain.rulebook.Standing;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version of a rulebook as the API shows it. */
@Schema(name = "RulebookVersion")
record RulebookVersionView(
        int number,

        @Schema(allowableValues = {"draft", "submitted", "in-force", "in-part", "retired"})
        String state,

        List<PolicyView> policies,
        List<RuleSetView.Table> tables,
        List<OutcomeTableView> outcomeTables,
        List<RuleSetView.ScenarioView> scenarios,
        List<RuleSetView.InvariantView> invariants,

        @Schema(description = "What whoever submitted it said.")
        String note,

        @Schema(description = "Logins of whoever had a hand in it.")
        List<String> authors,

        @Schema(description = "Of a draft, for the next change of it.")
        long edition,

        @Schema(description = "The version whose policies it took up again.") @Nullable
        Integer restored,

        @Schema(description = "What came out when it was submitted or put in force, without names; null before.")
        @Nullable
        ReportView report,

        Instant changed,
        @Nullable String publishedBy,
        @Nullable Instant published,
        @Nullable Instant retired,

        @Schema(description = "Since when it decided everywhere; null where it never did.") @Nullable
        Instant everywhere,

        @Schema(description = "Id of the group in which alone it decides, or did at first.") @Nullable
        String group,

        @Schema(description = "The figures for which the server took it back by itself; null unless it did.") @Nullable
        TakenBackView takenBack) {

    /** The figures for which the server took a version back. */
    @Schema(name = "RulebookTakenBack")
    record TakenBackView(
            @Schema(description = "Since it came into force.")
            long denials,

            long minutes,

            @Schema(description = "In an hour like that.") double usual,

            @Schema(description = "Over how many weeks that was counted; 0 is the hour before.")
            int weeks,

            double factor) {
        static TakenBackView of(Standing.TakenBack figures) {
            return new TakenBackView(
                    figures.denials(), figures.minutes(), figures.usual(), figures.weeks(), figures.factor());
        }
    }

    /** What was known about a version when somebody decided about it. */
    @Schema(name = "ReleaseReport")
    record ReportView(
            TrialView trial,

            @Schema(description = "Null when whoever submitted it may not decide again what has happened.") @Nullable
            ReplayView replay) {
        static ReportView of(ReleaseReport report) {
            return new ReportView(
                    TrialView.of(report.trial()), report.replay() == null ? null : ReplayView.of(report.replay()));
        }
    }

    static RulebookVersionView of(RulebookVersion version) {
        OfflineContract contract = OfflineContract.of(version.rules());
        return new RulebookVersionView(
                version.number(),
                WireName.of(version.state()),
                version.policies().stream()
                        .map(policy -> PolicyView.of(policy, contract.isEnforced(policy)))
                        .toList(),
                version.rules().tables().stream()
                        .map(table -> RuleSetView.Table.of(table, contract))
                        .toList(),
                version.rules().outcomes().stream().map(OutcomeTableView::of).toList(),
                version.rules().scenarios().stream()
                        .map(RuleSetView.ScenarioView::of)
                        .toList(),
                version.rules().invariants().stream()
                        .map(RuleSetView.InvariantView::of)
                        .toList(),
                version.note(),
                version.authors(),
                version.edition(),
                version.restored(),
                version.report() == null ? null : ReportView.of(version.report()),
                version.changed(),
                version.publishedBy(),
                version.published(),
                version.retired(),
                version.standing().everywhere(),
                version.standing().group(),
                version.standing().takenBack() == null
                        ? null
                        : TakenBackView.of(version.standing().takenBack()));
    }
}
