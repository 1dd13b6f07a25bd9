package dev.lintel.routes.rest;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.rulebook.OfflineContract;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyImpact;
import dev.lintel.domain.rulebook.PolicyImpacts;
import dev.lintel.domain.rulebook.ReadyMadePolicy;
import dev.lintel.domain.rulebook.RecordedScenarios;
import dev.lintel.domain.rulebook.ReleaseWish;
import dev.lintel.domain.rulebook.Releases;
import dev.lintel.domain.rulebook.Replays;
import dev.lintel.domain.rulebook.RuleSet;
import dev.lintel.domain.rulebook.Rulebooks;
import dev.lintel.domain.rulebook.Trials;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.Refusal;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The rulebook of a project. */
@RestController
@RequestMapping("/api/v1/projects/{project}/rulebook")
@Tag(
        name = "Rulebook",
        description =
                "Policies on top of the restrictions: written as a draft, tried on what has happened, put in force by a second"
                        + " person, rolled back. Permissions are meant for all of the project.")
class RulebookController {
    /** What decides, and what is being written. */
    @Schema(name = "Rulebook")
    record RulebookView(
            @Schema(description = "Null when the shipped rules alone decide.") @Nullable
            RulebookVersionView inForce,

            @Schema(
                    description =
                            "What decides in one group, beside what is in force elsewhere; null when nothing does.")
            @Nullable
            RulebookVersionView inPart,

            @Schema(description = "Null when nobody is writing anything.") @Nullable
            RulebookVersionView draft,

            @Schema(description = "Null when nothing is to come into force by itself.") @Nullable
            RulebookPlanView plan,

            @Schema(description = "Whether somebody else than those who wrote it has to put a draft in force.")
            boolean secondPerson) {}

    /** What the draft is to be. */
    @Schema(name = "RulebookDraft")
    record Draft(
            @Nullable List<PolicyView> policies,
            @Nullable List<RuleSetView.Table> tables,
            @Nullable List<OutcomeTableView> outcomeTables,
            @Nullable List<RuleSetView.ScenarioView> scenarios,
            @Nullable List<RuleSetView.InvariantView> invariants,

            @Schema(description = "Of the draft that was read; missing where there was none.") @Nullable
            Long edition) {
        RuleSetView rules() {
            return new RuleSetView(policies, tables, outcomeTables, scenarios, invariants);
        }
    }

    /** What is submitted. */
    @Schema(name = "RulebookSubmission")
    record Submission(
            @Nullable Long edition,

            @Schema(description = "What it is for.") @Nullable
            String note) {}

    /** What is to be put in force. */
    @Schema(name = "RulebookPublication")
    record Publication(
            @Nullable Long edition,

            @Schema(
                    description =
                            "Ids of the denying policies and tables of which it is known that cut-off devices do not enforce them.")
            @Nullable
            List<String> confirmed,

            @Schema(
                    description = "When it comes into force; missing is at once.",
                    example = "2026-12-01T06:00:00+01:00")
            @Nullable
            Instant at,

            @Schema(description = "Id of the group in which alone it decides at first; missing is everywhere.")
            @Nullable
            String group) {
        ReleaseWish wish() {
            return new ReleaseWish(confirmed == null ? Set.of() : Set.copyOf(confirmed), at, group);
        }
    }

    /** What is to be kept. */
    @Schema(name = "RecordedScenarioWish")
    record RecordedWish(
            @Schema(description = "Number of the log entry.") @Nullable
            Long entry,

            @Schema(description = "Of the scenario.", example = "The courier of Sunday night") @Nullable
            String name) {}

    /** What is to be tried. */
    @Schema(name = "ReplayWish")
    record ReplayWish(
            @Nullable List<PolicyView> policies,
            @Nullable List<RuleSetView.Table> tables,

            @Schema(description = "1 to 90.", example = "30") @Nullable
            Integer days) {}

    /** What policies would do. */
    @Schema(name = "PolicyImpact")
    record ImpactView(
            @Schema(description = "The seven days from here on were looked at.")
            Instant from,

            @Schema(description = "How many devices with a lock the changed policies act on.")
            int deviceCount,

            @Schema(description = "People who would get in somewhere or sometime where they do not today.")
            int gaining,

            int losing,
            int guestsGaining,
            int guestsLosing,
            int doorsGained,
            int doorsLost,

            @Schema(description = "False when not all could be looked at in time; then it is more than it says.")
            boolean whole,

            @Schema(description = "Who loses most first, 200 at most; empty for those who may not see people.")
            List<Touched> touched) {
        /** Somebody at one door, with minutes of the seven days. */
        @Schema(name = "PolicyImpactTouched")
        record Touched(
                String personId,
                String personName,
                boolean guest,
                String deviceId,
                @Nullable String deviceName,
                long minutesGained,
                long minutesLost) {}

        static ImpactView of(PolicyImpact impact) {
            return new ImpactView(
                    impact.from(),
                    impact.devices(),
                    impact.gaining(),
                    impact.losing(),
                    impact.guestsGaining(),
                    impact.guestsLosing(),
                    impact.doorsGained(),
                    impact.doorsLost(),
                    impact.isWhole(),
                    impact.touched().stream()
                            .map(one -> new Touched(
                                    one.person(),
                                    one.name(),
                                    one.guest(),
                                    one.deviceId(),
                                    one.deviceName(),
                                    one.gained().toMinutes(),
                                    one.lost().toMinutes()))
                            .toList());
        }
    }

    /** How a project puts rules in force. */
    @Schema(name = "RulebookSettings")
    record SettingsView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Boolean secondPerson) {}

    private final Rulebooks rulebooks;
    private final Replays replays;
    private final PolicyImpacts impacts;
    private final Trials trials;
    private final Releases releases;
    private final RecordedScenarios recorded;

    RulebookController(
            Rulebooks rulebooks,
            Replays replays,
            PolicyImpacts impacts,
            Trials trials,
            Releases releases,
            RecordedScenarios recorded) {
        this.recorded = recorded;
        this.trials = trials;
        this.releases = releases;
        this.rulebooks = rulebooks;
        this.replays = replays;
        this.impacts = impacts;
    }

    @GetMapping
    @Operation(summary = "What is in force, and the draft", description = "Permission `rule.view`.")
    RulebookView get(Actor actor, @PathVariable long project) {
        return new RulebookView(
                rulebooks.inForce(actor, project).map(RulebookVersionView::of).orElse(null),
                rulebooks.inPart(actor, project).map(RulebookVersionView::of).orElse(null),
                rulebooks.open(actor, project).map(RulebookVersionView::of).orElse(null),
                rulebooks.planned(actor, project).map(RulebookPlanView::of).orElse(null),
                !rulebooks.isOneEnough(actor, project));
    }

    /** A policy to begin with. */
    @Schema(name = "ReadyMadePolicy")
    record ReadyMade(
            PolicyView policy,

            @Schema(description = "What shows what it is for, at the first door of the project.")
            List<RuleSetView.ScenarioView> scenarios) {}

    @GetMapping("/ready-made")
    @Operation(
            summary = "Policies that many houses want",
            description =
                    "Each with its scenarios, to be put in a draft, tuned and published like any other. Permission"
                            + " `rule.view`.")
    List<ReadyMade> readyMade(Actor actor, @PathVariable long project) {
        return Arrays.stream(ReadyMadePolicy.values())
                .map(ready -> {
                    Policy policy = ready.policy(WireName.of(ready), Map.of());
                    return new ReadyMade(
                            PolicyView.of(
                                    policy,
                                    OfflineContract.of(RuleSet.of(List.of(policy)))
                                            .isEnforced(policy)),
                            rulebooks
                                    .scenariosOf(
                                            actor,
                                            project,
                                            policy,
                                            concerned -> policy.name() + (concerned ? ": holds" : ": does not hold"))
                                    .stream()
                                    .map(RuleSetView.ScenarioView::of)
                                    .toList());
                })
                .toList();
    }

    @GetMapping("/versions")
    @Operation(
            summary = "All that was ever in force",
            description = "The newest first, 200 at most. Permission `rule.view`.")
    List<RulebookVersionView> versions(Actor actor, @PathVariable long project) {
        return rulebooks.history(actor, project).stream()
                .map(RulebookVersionView::of)
                .toList();
    }

    @GetMapping("/versions/{number}")
    @Operation(summary = "One version", description = "Permission `rule.view`.")
    RulebookVersionView version(Actor actor, @PathVariable long project, @PathVariable int number) {
        return RulebookVersionView.of(rulebooks.version(actor, project, number));
    }

    @PutMapping("/draft")
    @Operation(summary = "Write the draft", description = """
                    A list that is given replaces what there is; one that is left out stays as it is. What was submitted has to be submitted again. 409 when somebody else has \
                    changed it since the edition given. Permission `rule.draft`.""")
    RulebookVersionView draft(Actor actor, @PathVariable long project, @RequestBody Draft wanted) {
        return RulebookVersionView.of(rulebooks.draft(actor, project, rules(actor, project, wanted), wanted.edition()));
    }

    @DeleteMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give the draft up", description = "Permission `rule.draft`.")
    void discard(Actor actor, @PathVariable long project) {
        rulebooks.discard(actor, project);
    }

    @PostMapping("/draft/submission")
    @Operation(summary = "Let a second person look at the draft", description = "Permission `rule.draft`.")
    RulebookVersionView submit(Actor actor, @PathVariable long project, @RequestBody Submission wanted) {
        return RulebookVersionView.of(releases.submit(
                actor, project, edition(wanted.edition()), Objects.requireNonNullElse(wanted.note(), "")));
    }

    @PostMapping("/draft/publication")
    @Operation(summary = "Put the draft in force", description = """
                    When this answers, doors are decided by it. It must have been submitted, and by somebody else, unless one \
                    person is enough for the project. Policies that deny have to be confirmed: devices that are cut off do not \
                    know them. A scenario that fails and an invariant that does not hold keep it from coming into force. With \
                    `at` all of that is asked now and again at that moment, when it comes into force by itself: see \
                    `plan` of the rulebook. With `group` it decides at the doors of that group and below alone, until it is put \
                    in force everywhere or taken back; its `outcomeTables` decide nothing before it is in force everywhere, \
                    and a draft that changes nothing at doors is refused in one group (`not-at-doors`). Permission `rule.publish`.""")
    RulebookVersionView publish(Actor actor, @PathVariable long project, @RequestBody Publication wanted) {
        return RulebookVersionView.of(releases.publish(actor, project, edition(wanted.edition()), wanted.wish()));
    }

    @PostMapping("/versions/{number}/rollback")
    @Operation(
            summary = "Take an earlier version up again",
            description = "Its policies are in force at once, as a new version. Permission `rule.publish`.")
    RulebookVersionView rollBack(Actor actor, @PathVariable long project, @PathVariable int number) {
        return RulebookVersionView.of(rulebooks.rollBack(actor, project, number));
    }

    @PutMapping("/settings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Say whether a second person is needed",
            description = "Usually one is. Permission `rule.publish`.")
    void settings(Actor actor, @PathVariable long project, @RequestBody SettingsView wanted) {
        if (wanted.secondPerson() == null) {
            throw new RefusedException("secondPerson", "is missing");
        }
        rulebooks.oneIsEnough(actor, project, !wanted.secondPerson());
    }

    @PostMapping("/check")
    @Operation(
            summary = "Say what is wrong with policies",
            description = "Empty when they could be taken. Stores nothing. Permission `rule.draft`.")
    List<Refusal> check(Actor actor, @PathVariable long project, @RequestBody Draft wanted) {
        return WishProblems.refusals(rulebooks.check(actor, project, rules(actor, project, wanted)));
    }

    @PostMapping("/draft/scenarios/recorded")
    @Operation(summary = "Make a scenario of a log entry", description = """
                    Writes into the draft that the request is to be answered as it was; who it was does not stand there. \
                    Permissions `rule.draft`, `acs-log.view` and `decision.explain`.""")
    RulebookVersionView keep(Actor actor, @PathVariable long project, @RequestBody RecordedWish wanted) {
        if (wanted.entry() == null) {
            throw new RefusedException("entry", "is missing");
        }
        return RulebookVersionView.of(
                recorded.keep(actor, project, wanted.entry(), Objects.requireNonNullElse(wanted.name(), "")));
    }

    @PostMapping("/trial")
    @Operation(summary = "Try rules", description = """
                    Runs the scenarios, checks the invariants over all holders, doors and times, and says what whoever wrote the \
                    rules may not have meant: gaps, overlaps, contradictions, rows that never count. Stores nothing. Permission \
                    `rule.draft`.""")
    TrialView trial(Actor actor, @PathVariable long project, @RequestBody Draft wanted) {
        return TrialView.of(trials.of(actor, project, rules(actor, project, wanted)));
    }

    @PostMapping("/impact")
    @Operation(summary = "Say what policies would do", description = """
                    Who would get in, and who would not any more, in the next seven days, if these policies were in force: with \
                    the rules that decide at the doors. Stores nothing. Permission `rule.draft`.""")
    ImpactView impact(Actor actor, @PathVariable long project, @RequestBody Draft wanted) {
        return ImpactView.of(impacts.of(actor, project, rules(actor, project, wanted)));
    }

    @PostMapping("/replay")
    @Operation(summary = "Decide what has happened again", description = """
                    The requests of the last days, on the facts of then, under policies that need not be in force. Names are \
                    told to those who may see the log. Permissions `rule.draft` and `decision.explain`.""")
    ReplayView replay(Actor actor, @PathVariable long project, @RequestBody ReplayWish wanted) {
        int days = Objects.requireNonNullElse(wanted.days(), 30);
        return ReplayView.of(replays.replay(
                actor,
                project,
                new RuleSetView(wanted.policies(), wanted.tables(), null, null, null)
                        .rules(() -> rulebooks.written(actor, project)),
                days));
    }

    private RuleSet rules(Actor actor, long project, Draft wanted) {
        return wanted.rules().rules(() -> rulebooks.written(actor, project));
    }

    private static long edition(@Nullable Long edition) {
        if (edition == null) {
            throw new RefusedException("edition", "is missing");
        }
        return edition;
    }
}
