package dev.lintel.routes.rest;

import dev.lintel.domain.audit.AuditEntry;
import dev.lintel.domain.audit.AuditLog;
import dev.lintel.domain.audit.seal.ChainReport;
import dev.lintel.domain.audit.seal.ExpectedHead;
import dev.lintel.domain.audit.seal.Fault;
import dev.lintel.domain.audit.seal.LogVerification;
import dev.lintel.domain.listing.Page;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.rest.LogRetentionController.RemovedView;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads the audit, and verifies the seals of the logs. */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Audit", description = "Who changed what, and whether the logs are whole. Permission `audit.view`.")
class AuditController {
    /** An entry as the API shows it. */
    record EntryView(
            long id,

            @Schema(description = "Null for what belongs to the server as a whole.") @Nullable
            Long project,

            Instant at,
            String actor,

            @Schema(description = "Network address; null when the server did it by itself.") @Nullable
            String origin,

            @Schema(example = "edited") String deed,
            @Schema(example = "user") String kind,
            String recordId,
            String recordName,
            List<AuditEntry.Change> changes) {
        static EntryView of(AuditEntry entry) {
            return new EntryView(
                    entry.id(),
                    entry.project(),
                    entry.at(),
                    entry.actor(),
                    entry.origin(),
                    WireName.of(entry.deed()),
                    entry.kind(),
                    entry.recordId(),
                    entry.recordName(),
                    entry.changes());
        }
    }

    /** What a verification says of one chain. */
    record ChainView(
            @Schema(example = "acs:3") String chain,
            @Nullable Long project,
            long seals,

            @Schema(description = "Hash of the last seal. Keep it elsewhere, and give it as `expect` later.")
            String head,

            @Schema(description = "Entries that are committed and still to be sealed.")
            long waiting,

            @Schema(description = "What was removed from its front because it was too old; null when nothing was.")
            @Nullable
            RemovedView removed,

            @Schema(description = "Numbers of expected heads that cannot be compared: their seals were removed.")
            List<Long> gone,

            @Schema(description = "Null when the chain is whole.") @Nullable
            FaultView fault) {
        static ChainView of(ChainReport report) {
            Fault fault = report.fault();
            return new ChainView(
                    report.chain(),
                    report.project(),
                    report.seals(),
                    report.head(),
                    report.waiting(),
                    RemovedView.of(report.removed()),
                    report.gone().stream().map(ExpectedHead::number).toList(),
                    fault == null
                            ? null
                            : new FaultView(WireName.of(fault.kind()), fault.number(), fault.entry(), fault.groups()));
        }
    }

    /** The first thing that is wrong with a chain. */
    record FaultView(
            @Schema(example = "changed") String kind,

            @Schema(description = "Place in the chain, from 1; 0 for what has no place in it.")
            long number,

            @Schema(description = "Id of the entry in its log; null when nobody can tell.") @Nullable
            Long entry,

            @Schema(description = "Which fields were changed.")
            List<String> groups) {}

    private final AuditLog audit;
    private final LogVerification verification;

    AuditController(AuditLog audit, LogVerification verification) {
        this.audit = audit;
        this.verification = verification;
    }

    @GetMapping
    @Operation(
            summary = "Search the audit, newest first",
            description =
                    "Fields: `actor`, `record`, `deed`, `kind`, `created`, `recordId`, `origin`, `id`, `project`.")
    @ListParameters
    Page<EntryView> find(Actor actor, ListRequest request) {
        return request.page(actor, audit).map(EntryView::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One entry")
    EntryView get(Actor actor, @PathVariable long id) {
        return audit.get(actor, id)
                .map(EntryView::of)
                .orElseThrow(() -> new Problems.NotFoundException("audit entry", Long.toString(id)));
    }

    @PostMapping("/verification")
    @Operation(summary = "Check that nobody has changed the ACS log or the audit", description = """
                    Walks every chain of seals that the asker may see, and names the first thing that is wrong with each. \
                    Takes minutes where there are millions of entries.""")
    List<ChainView> verify(
            Actor actor,
            @Parameter(description = "A head that was kept elsewhere, as acs:3=1200:<hash>; any number of them.")
                    @RequestParam(required = false, defaultValue = "")
                    List<String> expect) {
        return verification.verify(actor, heads(expect), progress -> {}).stream()
                .map(ChainView::of)
                .toList();
    }

    private static List<ExpectedHead> heads(List<String> expect) {
        try {
            return expect.stream().map(ExpectedHead::parse).toList();
        } catch (IllegalArgumentException malformed) {
            throw new RefusedException("expect", String.valueOf(malformed.getMessage()));
        }
    }
}
