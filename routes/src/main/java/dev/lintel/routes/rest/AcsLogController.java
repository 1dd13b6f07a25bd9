package dev.lintel.routes.rest;

import dev.lintel.domain.access.AcsLog;
import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.access.RecordedDecision;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.marker.MarkedPeople;
import dev.lintel.domain.user.marker.Marker;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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

            @Schema(description = "Pass it as `before` to get the next page of the usual order; null on the last one.")
            @Nullable
            Long next,

            @Schema(description = "Pass it as `after` to get the next page of any order; null on the last one.")
            @Nullable
            String after) {}

    /** An entry with all that explains it. */
    record Explained(LogEntryView entry, DecisionView decision) {}

    private final AcsLog log;
    private final MarkedPeople marked;
    private final DecisionViews views;

    AcsLogController(AcsLog log, MarkedPeople marked, DecisionViews views) {
        this.log = log;
        this.marked = marked;
        this.views = views;
    }

    @GetMapping
    @Operation(summary = "Search the log, newest first", description = """
                    Fields: `owner`, `device`, `verdict`, `reason`, `created`, `type`, `identifier` (the presented value or \
                    the identifier's id), `ownerType`, `deviceTime`, `channel`, `flagged`, `id`, `project`; sorted by `created`.""")
    @ListParameters
    Page find(
            Actor actor,
            ListRequest request,
            @Parameter(description = "The same as `filter=id:less:…`.") @RequestParam(required = false) @Nullable
                    Long before,
            @Parameter(description = "First instant, inclusive: `filter=created:at-least:…`.")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "Last instant, exclusive: `filter=created:less:…`.")
                    @RequestParam(required = false)
                    @Nullable
                    String until) {
        var page = request.and("before", "id:less:", before)
                .and("from", "created:at-least:", from)
                .and("until", "created:less:", until)
                .page(actor, log);
        List<AcsLogEntry> entries = page.rows();
        return new Page(
                entries.stream().map(entry -> view(actor, entry)).toList(),
                page.next() == null ? null : entries.getLast().id(),
                page.next());
    }

    private LogEntryView view(Actor actor, AcsLogEntry entry) {
        Long project = entry.project();
        String owner = entry.ownerId();
        return LogEntryView.of(
                entry,
                project == null || owner == null
                        ? null
                        : marked.of(actor, project, owner).map(Marker::name).orElse(null));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One entry with its facts, its decision and the sentence that explains it")
    Explained get(Actor actor, @PathVariable long id, Locale locale) {
        RecordedDecision found =
                log.get(actor, id).orElseThrow(() -> new Problems.NotFoundException("log entry", Long.toString(id)));
        return new Explained(view(actor, found.entry()), views.of(found.facts(), found.decision(), locale));
    }
}
