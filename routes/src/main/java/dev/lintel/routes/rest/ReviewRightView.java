package dev.lintel.routes.rest;

import dev.lintel.domain.review.ReviewRight;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A right of a review as the API shows it. */
@Schema(name = "AccessReviewRight")
record ReviewRightView(
        int number,

        @Schema(
                description = "Whether a person has it with any identifier, with one alone, or a guest pass.",
                allowableValues = {"person", "identifier", "guest-pass"})
        String holder,

        @Schema(description = "Id; of a guest pass that of its host.")
        String personId,

        String personName,
        @Nullable String identifierId,
        @Nullable String identifierType,

        @Schema(description = "What the identifier is called, or the visitor.")
        String label,

        String restrictionId,
        String restrictionName,
        List<String> doors,

        @Schema(description = "Names; none means always.") List<String> schedules,

        @Schema(allowableValues = {"identifier", "user", "group"})
        String grantedBy,

        String grantedToId,
        String grantedToName,

        @Schema(description = "Names of whom the same restriction was granted to besides.")
        List<String> alsoGrantedTo,

        @Schema(description = "When it opened a door last, as far as the log goes back.") @Nullable
        Instant lastUsed,

        @Schema(allowableValues = {"keep", "remove", "leave-group"}) @Nullable
        String decision,

        String comment,
        @Nullable Instant decided,

        @Schema(
                description = "What became of it when the review was closed.",
                allowableValues = {"kept", "withdrawn", "left-group", "already-gone", "left-open", "went-along"})
        @Nullable
        String outcome) {

    static ReviewRightView of(ReviewRight right) {
        ReviewRight.Holder holder = right.holder();
        ReviewRight.Granting granting = right.granting();
        return new ReviewRightView(
                right.number(),
                WireName.of(holder.kind()),
                holder.person(),
                holder.personName(),
                holder.identifier(),
                holder.type() == null ? null : WireName.of(holder.type()),
                holder.label(),
                granting.restriction(),
                granting.name(),
                granting.doors(),
                granting.schedules(),
                WireName.of(granting.via().kind()),
                granting.via().id(),
                granting.viaName(),
                right.also(),
                right.used(),
                right.decision() == null ? null : WireName.of(right.decision()),
                right.comment(),
                right.decided(),
                right.outcome() == null ? null : WireName.of(right.outcome()));
    }
}
