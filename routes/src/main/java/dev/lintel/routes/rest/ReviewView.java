package dev.lintel.routes.rest;

import dev.lintel.domain.review.Evidence;
import dev.lintel.domain.review.Review;
import dev.lintel.domain.review.ReviewEvidence;
import dev.lintel.domain.review.ReviewParty;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A review of access as the API shows it. */
@Schema(name = "AccessReview")
record ReviewView(
        long project,
        long id,
        String name,

        @Schema(allowableValues = {"group", "door"}) String scope,

        @Schema(description = "Id of the group or device.") String subjectId,

        @Schema(description = "Its name when the review was started.")
        String subjectName,

        Party reviewer,
        Party verifier,

        @Schema(description = "The day by which it should be closed.")
        LocalDate due,

        @Schema(allowableValues = {"open", "handed-in", "closed"})
        String state,

        @Schema(description = "How many rights there are in it.")
        int rights,

        int undecided,

        @Schema(description = "How many are to go.") int removals,

        Instant started,
        String startedBy,
        @Nullable Instant handedIn,

        @Schema(description = "Why it was sent back last; empty when it was not.")
        String sentBack,

        @Nullable Instant closed,

        @Schema(description = "Of the evidence, in hexadecimal digits; null while it is not closed.") @Nullable
        String csvSha256,

        @Nullable String pdfSha256,

        @Schema(
                description =
                        "What the evidence was before somebody in it was erased and it was made anew without them,"
                                + " the first first; usually none.")
        List<EarlierFiles> earlierEvidence) {
    /** Evidence that was made anew. */
    @Schema(name = "AccessReviewEarlierEvidence")
    record EarlierFiles(
            @Schema(description = "When it was made anew.") Instant until,

            @Schema(description = "What the erased person is called in it since.")
            String person,

            String csvSha256,
            String pdfSha256) {}

    /** Somebody who takes part. */
    @Schema(name = "AccessReviewParty")
    record Party(String login, String name) {
        static Party of(ReviewParty party) {
            return new Party(party.login(), party.name());
        }
    }

    static ReviewView of(Review review) {
        return of(review, null, List.of());
    }

    static ReviewView of(Review review, ReviewEvidence.@Nullable Hashes hashes, List<Evidence.Earlier> earlier) {
        return new ReviewView(
                review.project(),
                review.id(),
                review.name(),
                WireName.of(review.scope().kind()),
                review.scope().id(),
                review.subject(),
                Party.of(review.reviewer()),
                Party.of(review.verifier()),
                review.due(),
                WireName.of(review.state()),
                review.progress().rights(),
                review.progress().undecided(),
                review.progress().removals(),
                review.started(),
                review.startedBy(),
                review.handedIn(),
                review.sentBack(),
                review.closed(),
                hashes == null ? null : hashes.csv(),
                hashes == null ? null : hashes.pdf(),
                earlier.stream()
                        .map(files ->
                                new EarlierFiles(files.until(), files.person(), files.csvSha256(), files.pdfSha256()))
                        .toList());
    }
}
