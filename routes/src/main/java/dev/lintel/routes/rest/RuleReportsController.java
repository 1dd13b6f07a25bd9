package dev.lintel.routes.rest;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.rulebook.report.PolicyCount;
import dev.lintel.domain.rulebook.report.ReportMail;
import dev.lintel.domain.rulebook.report.ReportMail.Every;
import dev.lintel.domain.rulebook.report.ReportMails;
import dev.lintel.domain.rulebook.report.Rule;
import dev.lintel.domain.rulebook.report.RuleReports;
import dev.lintel.domain.rulebook.report.Tested;
import dev.lintel.domain.rulebook.report.UnusedRight;
import dev.lintel.domain.rulebook.report.VersionChange;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports on the rules of a project. */
@RestController
@RequestMapping("/api/v1/projects/{project}/rulebook/reports")
@Tag(name = "Rulebook")
class RuleReportsController {
    /** What decided at a moment. */
    @Schema(name = "RulesInForce")
    record InForceView(
            Instant at,

            @Schema(description = "Null when the shipped rules alone decided.") @Nullable
            RulebookVersionView version) {}

    /** What a version made of the one before it. */
    @Schema(name = "RulebookChange")
    record ChangeView(
            int number,
            Instant published,
            @Nullable String publishedBy,

            @Schema(description = "Logins of whoever had a hand in it.")
            List<String> authors,

            String note,

            @Schema(description = "The version whose policies it took up again.") @Nullable
            Integer restored,

            List<RuleChangeView> changes,

            @Schema(description = "What is another about tables as a whole.")
            List<TableChangeView> tables,

            @Schema(description = "What became of scenarios and invariants.")
            List<TestChangeView> tests) {
        static ChangeView of(VersionChange change) {
            return new ChangeView(
                    change.version().number(),
                    Objects.requireNonNull(change.version().standing().everywhere()),
                    change.version().publishedBy(),
                    change.version().authors(),
                    change.version().note(),
                    change.version().restored(),
                    change.changes().stream().map(RuleChangeView::of).toList(),
                    change.tables().stream().map(TableChangeView::of).toList(),
                    change.tests().stream().map(TestChangeView::of).toList());
        }
    }

    /** What became of a rule. */
    @Schema(name = "RulebookRuleChange")
    record RuleChangeView(
            @Schema(allowableValues = {"added", "changed", "removed"})
            String kind,

            @Schema(description = "As it is in the version, or as it was when it is removed.")
            RuleView rule,

            @Schema(description = "As it was when it is changed; else null.") @Nullable
            RuleView before) {
        static RuleChangeView of(VersionChange.Change change) {
            return new RuleChangeView(
                    WireName.of(change.kind()),
                    RuleView.of(change.rule()),
                    change.before() == null ? null : RuleView.of(change.before()));
        }
    }

    /** What became of a scenario or an invariant. */
    @Schema(name = "RulebookTestChange")
    record TestChangeView(
            @Schema(allowableValues = {"added", "changed", "removed"})
            String kind,

            @Schema(description = "As it is in the version, or as it was when it is removed.")
            TestView test,

            @Schema(description = "As it was when it is changed; else null.") @Nullable
            TestView before) {
        static TestChangeView of(VersionChange.TestChange change) {
            return new TestChangeView(
                    WireName.of(change.kind()),
                    TestView.of(change.tested()),
                    change.before() == null ? null : TestView.of(change.before()));
        }
    }

    /** What rules are tried against. */
    @Schema(name = "ReportedTest", description = "One of the two is there.")
    record TestView(RuleSetView.@Nullable ScenarioView scenario, RuleSetView.@Nullable InvariantView invariant) {
        static TestView of(Tested tested) {
            return switch (tested) {
                case Tested.Case one -> new TestView(RuleSetView.ScenarioView.of(one.scenario()), null);
                case Tested.Always one -> new TestView(null, RuleSetView.InvariantView.of(one.invariant()));
            };
        }
    }

    /** What is another about a table as a whole. */
    @Schema(name = "RulebookTableChange")
    record TableChangeView(
            @Schema(description = "What people call it.") String table,

            @Schema(
                    description = "Which of its rows counts from now on; null where that is as before.",
                    allowableValues = {"first", "unique"})
            @Nullable
            String hit,

            @Schema(description = "Whether rows that it had before stand in another order.")
            boolean reordered) {
        static TableChangeView of(VersionChange.TableChange change) {
            return new TableChangeView(
                    change.name(), change.hit() == null ? null : WireName.of(change.hit()), change.reordered());
        }
    }

    /** A policy of its own or a row of a table. */
    @Schema(name = "ReportedRule", description = "Of `policy` and `outcome` one is there.")
    record RuleView(
            @Schema(
                    description =
                            "A policy, also as the row of a table about doors; then it has the name of its table.")
            @Nullable
            PolicyView policy,

            @Schema(description = "The row of a table about something else than doors.") @Nullable
            OutcomeRuleView outcome,

            @Schema(description = "Number of the row, from 1; null for a policy of its own.") @Nullable
            Integer row) {
        static RuleView of(Rule rule) {
            return switch (rule) {
                case Rule.Single single -> new RuleView(PolicyView.of(single.policy()), null, null);
                case Rule.Row row -> new RuleView(PolicyView.of(row.policy()), null, row.number());
                case Rule.OtherRow row -> new RuleView(null, OutcomeRuleView.of(row), row.number());
            };
        }
    }

    /** A row of a table about something else than doors, with its table. */
    @Schema(name = "ReportedOutcome")
    record OutcomeRuleView(
            @Schema(description = "What people call the table.")
            String table,

            @Schema(allowableValues = {"guest-limits", "notification-importance", "event-priority"})
            String kind,

            OutcomeTableView.Row says) {
        static OutcomeRuleView of(Rule.OtherRow row) {
            return new OutcomeRuleView(row.name(), WireName.of(row.table().kind()), OutcomeTableView.Row.of(row.row()));
        }
    }

    /** What nobody needed. */
    @Schema(name = "UnusedRules")
    record UnusedView(
            int days,

            @Schema(description = "Policies and rows of tables about doors in force that concerned no request.")
            List<RuleView> rules,

            @Schema(description = "Restrictions that somebody has and that opened no door.")
            List<RightView> restrictions) {}

    /** A restriction that opened no door. */
    @Schema(name = "UnusedRight")
    record RightView(
            String restriction,
            String name,

            @Schema(description = "How many it is granted to; likewise people and identifiers.")
            int groups,

            int people,
            int identifiers) {
        static RightView of(UnusedRight right) {
            return new RightView(
                    right.restriction(), right.name(), right.groups(), right.people(), right.identifiers());
        }
    }

    /** What a policy counted on a day. */
    @Schema(name = "PolicyCount")
    record CountView(
            @Schema(description = "Id of the policy or the table.")
            String policy,

            @Schema(description = "As it was called then.") String name,
            LocalDate day,

            @Schema(description = "How often the door opened.")
            int opened,

            @Schema(description = "How often it did not.") int keptShut) {
        static CountView of(PolicyCount count) {
            return new CountView(count.policy(), count.name(), count.day(), count.opened(), count.keptShut());
        }
    }

    /** How often a report goes out. */
    @Schema(name = "RuleReportMail")
    record MailView(
            @Schema(
                    description = "On Mondays, or on the first day of the month; null is never.",
                    allowableValues = {"week", "month"})
            @Nullable
            String every,

            @Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable
            Instant next) {
        static MailView of(Optional<ReportMail> mail) {
            return new MailView(
                    mail.map(one -> WireName.of(one.every())).orElse(null),
                    mail.map(ReportMail::next).orElse(null));
        }
    }

    private final RuleReports reports;
    private final ReportMails mails;

    RuleReportsController(RuleReports reports, ReportMails mails) {
        this.reports = reports;
        this.mails = mails;
    }

    @GetMapping("/in-force")
    @Operation(summary = "The rules in force at a moment", description = "Permission `rule.view`.")
    InForceView inForce(Actor actor, @PathVariable long project, @RequestParam String at) {
        Instant moment = moment("at", at);
        return new InForceView(
                moment,
                reports.inForce(actor, project, moment)
                        .map(RulebookVersionView::of)
                        .orElse(null));
    }

    @GetMapping("/changes")
    @Operation(
            summary = "What was changed between two moments",
            description =
                    "Version by version, the oldest first, with authors and whoever put it in force: policies, rows"
                            + " of tables about doors, and rows of those about something else. Permission `rule.view`.")
    List<ChangeView> changes(
            Actor actor, @PathVariable long project, @RequestParam String from, @RequestParam String until) {
        return reports.changes(actor, project, moment("from", from), moment("until", until)).stream()
                .map(ChangeView::of)
                .toList();
    }

    @GetMapping("/unused")
    @Operation(
            summary = "Rules and rights that nobody needed",
            description =
                    "Permissions `rule.view`, `access-restriction.view` and `acs-log.view` for all of the project.")
    UnusedView unused(Actor actor, @PathVariable long project, @RequestParam(defaultValue = "90") int days) {
        return new UnusedView(
                days,
                reports.unusedRules(actor, project, days).stream()
                        .map(RuleView::of)
                        .toList(),
                reports.unusedRights(actor, project, days).stream()
                        .map(RightView::of)
                        .toList());
    }

    @GetMapping("/counted")
    @Operation(
            summary = "How often policies counted requests",
            description = "Of policies whose effect is `count`, by days and the clock of the project, the latest first."
                    + " Permission `rule.view`.")
    List<CountView> counted(Actor actor, @PathVariable long project, @RequestParam(defaultValue = "30") int days) {
        return reports.counted(actor, project, days).stream().map(CountView::of).toList();
    }

    @GetMapping("/mail")
    @Operation(summary = "How often a report goes to oneself by mail", description = "Permissions as for `unused`.")
    MailView mail(Actor actor, @PathVariable long project) {
        // as if there were no such project, where there is none
        reports.inForce(actor, project, Instant.EPOCH);
        return MailView.of(mails.own(actor, project));
    }

    @PutMapping("/mail")
    @Operation(
            summary = "Have a report sent to oneself by mail",
            description =
                    "Weekly or monthly, in one's own language, to the mail address of one's account. Permissions as for"
                            + " `unused`.")
    MailView want(Actor actor, @PathVariable long project, @RequestBody MailView wanted) {
        return MailView.of(mails.want(actor, project, Words.choice("every", Every.class, wanted.every())));
    }

    private static Instant moment(String field, String text) {
        Instant moment = Words.instant(field, text);
        if (moment == null) {
            throw new RefusedException(field, "is missing");
        }
        return moment;
    }
}
