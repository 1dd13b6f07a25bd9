package dev.lintel.routes.rest;

import dev.lintel.domain.access.AcsLog;
import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.access.AcsLogFilter;
import dev.lintel.domain.access.DecisionWording;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.RecordedDecision;
import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.permission.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads the ACS log. */
@RestController
@RequestMapping("/api/v1/acs-log")
@Tag(name = "ACS log", description = "Every pass attempt, with its reasons. Permission `acs-log.view`.")
class AcsLogController {
    /** A page of the log. */
    record Page(
            List<LogEntryView> entries,

            @Schema(description = "Pass it as `before` to get the next page; null on the last one.") @Nullable
            Long next) {}

    /** An entry with all that explains it. */
    record Explained(LogEntryView entry, DecisionView decision) {}

    /** The conditions of a search; all that are given must hold. */
    record Search(
            @Parameter(description = "Id of the project.") @Nullable
            Long project,

            @Parameter(description = "Id of the device in its project.") @Nullable
            String device,

            @Parameter(description = "Part of the presented value or of the identifier's id.") @Nullable
            String identifier,

            @Parameter(
                    description = "Type of the identifier.",
                    schema = @Schema(allowableValues = {"card", "ukey", "access-code", "face", "qr", "licence-plate"}))
            @Nullable
            String type,

            @Parameter(description = "Part of the owner's name.") @Nullable
            String owner,

            @Parameter(schema = @Schema(allowableValues = {"grant", "deny"})) @Nullable
            String verdict,

            @Parameter(description = "Reason code.") @Nullable
            String reason,

            @Parameter(description = "First instant, inclusive, as 2026-11-22T08:30:00Z.") @Nullable
            String from,

            @Parameter(description = "Last instant, exclusive.") @Nullable
            String until) {

        AcsLogFilter asFilter() {
            return new AcsLogFilter(
                    project,
                    device,
                    identifier,
                    Words.choice("type", IdentifierType.class, type),
                    owner,
                    Words.choice("verdict", Verdict.class, verdict),
                    Words.choice("reason", ReasonCode.class, reason),
                    Words.instant("from", from),
                    Words.instant("until", until));
        }
    }

    private final AcsLog log;
    private final DecisionWording wording;

    AcsLogController(AcsLog log, DecisionWording wording) {
        this.log = log;
        this.wording = wording;
    }

    @GetMapping
    @Operation(summary = "Search the log, newest first")
    Page find(
            Actor actor,
            @ParameterObject Search search,
            @Parameter(description = "Only entries with a smaller id.") @RequestParam(required = false) @Nullable
                    Long before,
            @Parameter(description = "1 to 1000.") @RequestParam(defaultValue = "100") int limit) {
        int size = Words.within("limit", limit, 1, 1000);
        List<AcsLogEntry> entries = log.find(actor, search.asFilter(), before, size);
        Long next = entries.size() < size ? null : entries.getLast().id();
        return new Page(entries.stream().map(LogEntryView::of).toList(), next);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One entry with its facts, its decision and the sentence that explains it")
    Explained get(Actor actor, @PathVariable long id, Locale locale) {
        RecordedDecision found =
                log.get(actor, id).orElseThrow(() -> new Problems.NotFoundException("log entry", Long.toString(id)));
        String sentence = wording.sentence(found.facts(), found.decision(), locale);
        return new Explained(
                LogEntryView.of(found.entry()), DecisionView.of(found.facts(), found.decision(), sentence));
    }
}
