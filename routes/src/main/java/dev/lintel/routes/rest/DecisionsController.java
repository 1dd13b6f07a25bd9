package dev.lintel.routes.rest;

import dev.lintel.domain.access.AccessAnswer;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AskedDecisions;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Asks for decisions. */
@RestController
@RequestMapping("/api/v1/decisions")
@Tag(name = "Decisions", description = "May this identifier pass this door, and why?")
class DecisionsController {
    /** An answer with the number of its log entry. */
    record AnswerView(
            @Schema(description = "Number in the ACS log; null when nothing was recorded.") @Nullable
            Long logId,

            @Schema(description = "Whether this is the answer to an earlier request with the same key.")
            boolean repeated,

            DecisionView decision) {}

    private final AskedDecisions decisions;
    private final DecisionViews views;
    private final InstantSource clock;

    DecisionsController(AskedDecisions decisions, DecisionViews views, InstantSource clock) {
        this.decisions = decisions;
        this.views = views;
        this.clock = clock;
    }

    @PostMapping
    @Operation(summary = "Ask whether a door would open", description = """
                    Without `record` nothing is recorded or counted (permission `decision.explain`). With `record=true` this \
                    is a pass as at a real door: it is logged, a pass is counted, and whoever asked is to open the locks \
                    (permission `device.open-lock`). A device that the asker cannot see is a device that does not exist, \
                    and never recorded.""")
    AnswerView ask(
            Actor actor,
            @RequestBody DecisionQuestion question,
            @Parameter(description = "Whether this is a pass, and not only a question.")
                    @RequestParam(defaultValue = "false")
                    boolean record,
            @Parameter(description = "Repeating a recorded request with the same key repeats its answer.")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String key,
            Locale locale) {
        actor.require(record ? Permission.DEVICE_OPEN_LOCK : Permission.DECISION_EXPLAIN);
        AccessRequest request = question.asRequest(record, clock.instant());
        AccessAnswer answer = record ? decisions.open(actor, request, key) : decisions.explain(actor, request);
        return new AnswerView(answer.logId(), answer.repeated(), views.of(answer.facts(), answer.decision(), locale));
    }
}
