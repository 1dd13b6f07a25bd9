package dev.lintel.routes.rest;

import dev.lintel.domain.access.matrix.AccessMatrix;
import dev.lintel.domain.access.matrix.DoorWeekQuery;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.rulebook.DraftWeeks;
import dev.lintel.domain.wire.Quoted;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When a door opens to somebody. */
@RestController
@RequestMapping("/api/v1/projects/{project}/users/{user}/doors/{device}/week")
@Tag(name = "Access matrix", description = "Every identifier at every door that it may open.")
class DoorWeekController {
    private final AccessMatrix matrix;
    private final DraftWeeks weeks;

    DoorWeekController(AccessMatrix matrix, DraftWeeks weeks) {
        this.matrix = matrix;
        this.weeks = weeks;
    }

    @GetMapping
    @Operation(summary = "When a door opens to somebody in seven days, and why not at other times", description = """
        Decided by the rules and records of now, with the schedules, periods and holidays of those days; nothing is logged \
        or counted. It tells of all identifiers of their own together, or of one, which may be that of a guest of theirs. \
        Permissions are those of `/access-matrix`.\
        """)
    DoorWeekView week(
            Actor actor,
            @PathVariable long project,
            @PathVariable String user,
            @PathVariable String device,
            @Parameter(
                            description = "The first day, by the clock of the project; today if absent.",
                            schema = @Schema(type = "string", format = "date"))
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "Id of one of their identifiers; all that are their own if absent.")
                    @RequestParam(required = false)
                    @Nullable
                    String identifier,
            @Parameter(description = "The direction; if absent, it is as if the device did not say.")
                    @RequestParam(required = false)
                    @Nullable
                    String accessPoint,
            @Parameter(description = "Number of a lock; whatever may be opened if absent.")
                    @RequestParam(required = false)
                    @Nullable
                    Integer lock,
            @Parameter(description = "Whether as the draft of the rulebook would have it; permission `rule.view`, too.")
                    @RequestParam(defaultValue = "false")
                    boolean draft) {
        DoorWeekQuery asked = new DoorWeekQuery(project, user, identifier, device, accessPoint, lock, day(from), draft);
        if (matrix.door(actor, project, device).isEmpty()) {
            throw new Problems.NotFoundException("device", device);
        }
        if (draft && !weeks.hasDraft(actor, project)) {
            throw new Problems.NotFoundException("rulebook", "draft");
        }
        return weeks.week(actor, asked)
                .map(DoorWeekView::of)
                .orElseThrow(() -> identifier == null
                        ? new Problems.NotFoundException("user", user)
                        : new Problems.NotFoundException("identifier", identifier));
    }

    private static @Nullable LocalDate day(@Nullable String from) {
        try {
            return from == null ? null : LocalDate.parse(from);
        } catch (DateTimeException e) {
            throw new RefusedException("from", Quoted.of(from) + " is no date such as 2026-11-30");
        }
    }
}
