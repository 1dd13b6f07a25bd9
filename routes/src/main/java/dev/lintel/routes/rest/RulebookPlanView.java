package dev.lintel.routes.rest;

import dev.lintel.domain.rulebook.RulebookPlan;
import dev.lintel.routes.wire.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** That a draft comes into force by itself, as the API shows it. */
@Schema(name = "RulebookPlan")
record RulebookPlanView(
        @Schema(description = "Of the version. Whoever changes it calls the plan off.")
        int number,

        @Schema(description = "When it comes into force.") Instant at,

        @Schema(description = "Id of the group in which alone it decides at first; null is everywhere.") @Nullable
        String group,

        @Schema(description = "Login of whoever planned it, and is asked again then.") @Nullable
        String by,

        @Schema(description = "When it was tried and could not be put in force; null while it is still to come.")
        @Nullable
        Instant failed,

        @Schema(description = "Why it could not be.") List<Refusal> errors) {
    static RulebookPlanView of(RulebookPlan plan) {
        return new RulebookPlanView(
                plan.number(),
                plan.due(),
                plan.group(),
                plan.by(),
                plan.failed(),
                WishProblems.refusals(plan.problems()));
    }
}
