package dev.lintel.routes.rest;

import dev.lintel.domain.identifier.Withdrawals;
import dev.lintel.domain.permission.Actor;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes identifiers out of use, and back. */
@RestController
@RequestMapping("/api/v1/projects/{project}/identifiers")
@Tag(name = "Identifiers")
class IdentifierWithdrawalsController {
    private static final int MOST_AT_ONCE = 10_000;

    /** Several identifiers. */
    record Several(@Nullable List<String> identifiers) {
        List<String> ids() {
            if (identifiers == null || identifiers.isEmpty() || identifiers.size() > MOST_AT_ONCE) {
                throw new RefusedException(
                        "identifiers", "must name 1 to " + MOST_AT_ONCE + " identifiers by their ids");
            }
            return identifiers.stream().distinct().toList();
        }
    }

    /** How many identifiers were changed. */
    record Changed(int changed) {}

    private final Withdrawals withdrawals;

    IdentifierWithdrawalsController(Withdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    @PostMapping("/suspend")
    @Operation(
            summary = "Suspend identifiers for the time being",
            description = "Doors stay shut for them at once. Permission `identifier.edit`.")
    Changed suspend(Actor actor, @PathVariable long project, @RequestBody Several several) {
        return new Changed(withdrawals.suspend(actor, project, several.ids()));
    }

    @PostMapping("/resume")
    @Operation(summary = "End the suspension of identifiers", description = "Permission `identifier.edit`.")
    Changed resume(Actor actor, @PathVariable long project, @RequestBody Several several) {
        return new Changed(withdrawals.resume(actor, project, several.ids()));
    }

    @PostMapping("/revoke")
    @Operation(
            summary = "Revoke identifiers for good",
            description = "Doors stay shut for them at once. Permission `identifier.edit`.")
    Changed revoke(Actor actor, @PathVariable long project, @RequestBody Several several) {
        return new Changed(withdrawals.revoke(actor, project, several.ids()));
    }

    @PostMapping("/delete")
    @Operation(
            summary = "Delete identifiers",
            description = "The ACS log keeps what they were used for. All or none. Permission `identifier.delete`.")
    Changed delete(Actor actor, @PathVariable long project, @RequestBody Several several) {
        return new Changed(withdrawals.delete(actor, project, several.ids()));
    }
}
