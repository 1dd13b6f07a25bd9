package dev.lintel.routes.rest;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.rulebook.DenialWatch;
import dev.lintel.domain.rulebook.DenialWatches;
import dev.lintel.domain.rulebook.NodeStates;
import dev.lintel.domain.rulebook.OfflineEffects;
import dev.lintel.domain.rulebook.Rulebooks;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

/** How versions of a rulebook come into force, and what watches over them then. */
@RestController
@RequestMapping("/api/v1/projects/{project}/rulebook")
@Tag(name = "Rulebook")
class RulebookReleaseController {
    /** Whether rules are taken back by themselves. */
    @Schema(name = "RulebookDenialWatch")
    record WatchView(
            @Schema(
                    description = "Whether rules are taken back by themselves when denials rise in their first hour.",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            Boolean on,

            @Schema(description = "So many times the usual are too many: 1.5 to 100. Null when it is off.") @Nullable
            Double factor,

            @Schema(description = "So few denials are never too many: 1 to 10000. Null when it is off.") @Nullable
            Integer least) {
        @Nullable
        DenialWatch watch() {
            if (on == null) {
                throw new RefusedException("on", "is missing");
            }
            return on
                    ? new DenialWatch(
                            Objects.requireNonNullElse(factor, DenialWatch.SUGGESTED.factor()),
                            Objects.requireNonNullElse(least, DenialWatch.SUGGESTED.least()))
                    : null;
        }
    }

    private final Rulebooks rulebooks;
    private final DenialWatches watches;
    private final NodeStates nodes;
    private final OfflineEffects offline;

    RulebookReleaseController(Rulebooks rulebooks, DenialWatches watches, NodeStates nodes, OfflineEffects offline) {
        this.offline = offline;
        this.nodes = nodes;
        this.rulebooks = rulebooks;
        this.watches = watches;
    }

    /** How far one server is with the rules in force. */
    @Schema(name = "RulebookNode")
    record NodeView(
            @Schema(description = "The machine and the port.")
            String name,

            @Schema(description = "When it was last heard of; every ten seconds usually.")
            Instant seen,

            @Schema(description = "Whether doors that it answers are decided by the versions in force.")
            boolean switched) {}

    @GetMapping("/nodes")
    @Operation(summary = "Which servers have switched to the rules in force", description = "Permission `rule.view`.")
    List<NodeView> nodes(Actor actor, @PathVariable long project) {
        return nodes.of(actor, project).stream()
                .map(node -> new NodeView(node.name(), node.seen(), node.switched()))
                .toList();
    }

    /** What devices do with a policy while they are cut off. */
    @Schema(name = "RulebookOfflineEffect")
    record OfflineView(
            @Schema(description = "Of the policy or the table.")
            String id,

            String name,

            @Schema(
                    description =
                            "Whether devices keep to it by themselves, whoever comes: it always holds and nothing can"
                                    + " override it, so it is left out of all copies. It needs no confirmation.")
            boolean kept,

            @Schema(description = "How many devices it concerns.")
            int devices,

            @Schema(
                    description =
                            "How many of them are to hold no copy by which they would open, and so do as it says.")
            int staysShut,

            @Schema(description = "The others, which open to people whom it denies.")
            List<OpeningView> opens) {}

    /** A device that opens by its copies. */
    @Schema(name = "RulebookOfflineOpening")
    record OpeningView(
            String device,
            String name,

            @Schema(description = "To so many identifiers.") int identifiers) {}

    @GetMapping("/offline")
    @Operation(
            summary = "What devices do that are cut off",
            description = "For each policy and table of the draft, else of what is in force, that denies anything:"
                    + " device by device, by the copies that devices are to hold under these rules. What always holds and"
                    + " nothing can override is left out of them. Permission `rule.view`.")
    List<OfflineView> offline(Actor actor, @PathVariable long project) {
        return offline.of(actor, project, rulebooks.written(actor, project)).stream()
                .map(effect -> new OfflineView(
                        effect.id(),
                        effect.name(),
                        effect.kept(),
                        effect.devices(),
                        effect.shut(),
                        effect.opening().stream()
                                .map(one -> new OpeningView(one.deviceId(), one.deviceName(), one.identifiers()))
                                .toList()))
                .toList();
    }

    @GetMapping("/watch")
    @Operation(summary = "Whether rules are taken back by themselves", description = "Permission `rule.view`.")
    WatchView watch(Actor actor, @PathVariable long project) {
        return watches.of(actor, project)
                .map(watch -> new WatchView(true, watch.factor(), watch.least()))
                .orElseGet(() -> new WatchView(false, null, null));
    }

    @PutMapping("/watch")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say whether rules are taken back by themselves", description = """
                    In the first hour after rules came into force the version before comes back when the server has denied more \
                    requests than `factor` times the usual of that hour of the week (of the hour before, where the log does not \
                    go back a week), and at least `least`. Three times and 20 where they are left out. Usually it is off. \
                    Permission `rule.publish`.""")
    void watch(Actor actor, @PathVariable long project, @RequestBody WatchView wanted) {
        watches.watch(actor, project, wanted.watch());
    }

    @PostMapping("/part/everywhere")
    @Operation(
            summary = "Put in force everywhere what is so in one group",
            description = "With its `outcomeTables`, which decided nothing until then. 404 when nothing is. Permission"
                    + " `rule.publish`.")
    RulebookVersionView spread(Actor actor, @PathVariable long project) {
        return RulebookVersionView.of(rulebooks.spread(actor, project));
    }

    @DeleteMapping("/part")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Take back what is in force in one group",
            description =
                    "What is in force elsewhere decides there again. 404 when nothing is. Permission `rule.publish`.")
    void takeBack(Actor actor, @PathVariable long project) {
        rulebooks.takeBackPart(actor, project);
    }

    @DeleteMapping("/plan")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Call off what comes into force by itself",
            description = "The draft stays as it is. Permission `rule.publish`.")
    void callOff(Actor actor, @PathVariable long project) {
        rulebooks.callOff(actor, project);
    }
}
