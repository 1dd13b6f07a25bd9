package dev.lintel.routes.rest;

import dev.lintel.domain.audit.LogRetention;
import dev.lintel.domain.audit.Retention;
import dev.lintel.domain.audit.seal.Fault;
import dev.lintel.domain.audit.seal.Removed;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How long the ACS log of a project is kept, and of what no project has. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "ACS log")
class LogRetentionController {
    private static final String OF_A_PROJECT = "/projects/{project}/log-retention";
    private static final String OF_NONE = "/log-retention";

    /** How long, and what is gone. */
    @Schema(name = "LogRetention")
    record RetentionView(
            @Schema(description = "Null when the log is kept for ever.") @Nullable
            Integer amount,

            @Schema(allowableValues = {"days", "months"}) @Nullable
            String unit,

            @Schema(description = "Null when nothing was removed so far.") @Nullable
            RemovedView removed,

            @Schema(description = "What kept the last removal from being made: the chain of seals is broken there.")
            @Nullable
            String fault,

            @Schema(description = "Place of the fault in the chain.") @Nullable
            Long faultNumber) {
        static RetentionView of(LogRetention.State state) {
            Retention retention = state.retention();
            Fault.Kind fault = state.fault();
            return new RetentionView(
                    retention == null ? null : retention.amount(),
                    retention == null ? null : WireName.of(retention.unit()),
                    RemovedView.of(state.removed()),
                    fault == null ? null : WireName.of(fault),
                    state.faultNumber());
        }
    }

    /** What was removed because it was older than the log is kept. */
    @Schema(name = "RemovedEntries")
    record RemovedView(
            @Schema(description = "Number of the last seal that is gone.")
            long until,

            @Schema(description = "How many entries are gone, over time.")
            long entries,

            @Schema(description = "What the last removal took away was older than this.")
            Instant olderThan,

            Instant at,

            @Schema(description = "Whether some of it is still being removed.")
            boolean underWay) {
        static @Nullable RemovedView of(@Nullable Removed removed) {
            return removed == null
                    ? null
                    : new RemovedView(
                            removed.until(), removed.entries(), removed.olderThan(), removed.at(), removed.underWay());
        }
    }

    /** How long it is to be kept. */
    @Schema(name = "WantedLogRetention")
    record Wanted(
            @Schema(description = "1 to 3650 days or 1 to 120 months; null is for ever.", example = "6") @Nullable
            Integer amount,

            @Schema(
                    allowableValues = {"days", "months"},
                    example = "months")
            @Nullable
            String unit) {
        @Nullable
        Retention retention() {
            if (amount == null) {
                return null;
            }
            Retention.Unit counted = Words.choice("unit", Retention.Unit.class, Words.required("unit", unit));
            if (counted == null) {
                throw new RefusedException("unit", "is missing");
            }
            return new Retention(Words.within("amount", amount, 1, counted.most()), counted);
        }
    }

    private final LogRetention retention;

    LogRetentionController(LogRetention retention) {
        this.retention = retention;
    }

    @GetMapping(OF_A_PROJECT)
    @Operation(
            summary = "How long the log is kept, and what of it is gone",
            description = "Permission `settings.view` for all of the project.")
    RetentionView get(Actor actor, @PathVariable long project) {
        return retention
                .of(actor, project)
                .map(RetentionView::of)
                .orElseThrow(() -> new Problems.NotFoundException("project", Long.toString(project)));
    }

    @PutMapping(OF_A_PROJECT)
    @Operation(summary = "Say how long the log is kept", description = """
                    What is older goes the coming night, at three o'clock by the clocks of the project, and never comes \
                    back. The seals of the rest stay verifiable. Permission `settings.edit` for all of the project.""")
    RetentionView change(Actor actor, @PathVariable long project, @RequestBody Wanted wanted) {
        return retention
                .change(actor, project, wanted.retention())
                .map(RetentionView::of)
                .orElseThrow(() -> new Problems.NotFoundException("project", Long.toString(project)));
    }

    @GetMapping(OF_NONE)
    @Operation(
            summary = "How long passes at unknown devices are kept in the log, and what of them is gone",
            description =
                    "Those at devices that the server does not know, so that they belong to no project. Permission"
                            + " `settings.view` for the whole server.")
    RetentionView ofNone(Actor actor) {
        return RetentionView.of(retention.of(actor, null).orElseThrow());
    }

    @PutMapping(OF_NONE)
    @Operation(summary = "Say how long passes at unknown devices are kept in the log", description = """
                    Those at devices that the server does not know, so that they belong to no project. What is older goes \
                    the coming night, at three o'clock UTC, and never comes back. The seals of the rest stay verifiable. \
                    Permission `settings.edit` for the whole server.""")
    RetentionView changeOfNone(Actor actor, @RequestBody Wanted wanted) {
        return RetentionView.of(
                retention.change(actor, null, wanted.retention()).orElseThrow());
    }
}
