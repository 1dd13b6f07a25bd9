package dev.lintel.routes.rest;

import dev.lintel.domain.listing.Page;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.review.Review;
import dev.lintel.domain.review.ReviewDecision;
import dev.lintel.domain.review.ReviewDraft;
import dev.lintel.domain.review.ReviewEvidence;
import dev.lintel.domain.review.ReviewList;
import dev.lintel.domain.review.ReviewRights;
import dev.lintel.domain.review.ReviewScope;
import dev.lintel.domain.review.ReviewStart;
import dev.lintel.domain.review.Reviews;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reviews of access. */
@RestController
@RequestMapping("/api/v1/projects/{project}/reviews")
@Tag(name = "Access reviews", description = """
        Somebody goes through the rights of a group or at a door and decides which stay, a second person verifies and closes \
        it, and what is to go goes. All of it takes `rule.view`, `user.view`, `access-restriction.view` and `acs-log.view` \
        for all of the project.""")
class ReviewsController {
    private static final int MOST_PARTIES = 100;

    private final ReviewList list;
    private final ReviewRights rights;
    private final ReviewStart start;
    private final Reviews reviews;
    private final ReviewEvidence evidence;

    ReviewsController(
            ReviewList list, ReviewRights rights, ReviewStart start, Reviews reviews, ReviewEvidence evidence) {
        this.list = list;
        this.rights = rights;
        this.start = start;
        this.reviews = reviews;
        this.evidence = evidence;
    }

    /** What is to be reviewed. */
    @Schema(name = "AccessReviewWish")
    record Wish(
            @Nullable String name,

            @Schema(description = "Id: the people of it and of all groups below it. Either this or a device.") @Nullable
            String group,

            @Schema(description = "Id: whoever can open it.") @Nullable
            String device,

            @Schema(description = "Login.") @Nullable String reviewer,

            @Schema(description = "Login; never the reviewer.") @Nullable
            String verifier,

            @Nullable LocalDate due) {
        ReviewDraft draft() {
            if ((group == null) == (device == null)) {
                throw new RefusedException("group", "either a group or a device has to be given");
            }
            ReviewScope scope = group == null
                    ? new ReviewScope(ReviewScope.Kind.DOOR, Objects.requireNonNull(device))
                    : new ReviewScope(ReviewScope.Kind.GROUP, group);
            if (due == null) {
                throw new RefusedException("due", "is missing");
            }
            return new ReviewDraft(
                    Objects.requireNonNullElse(name, ""),
                    scope,
                    Objects.requireNonNullElse(reviewer, ""),
                    Objects.requireNonNullElse(verifier, ""),
                    due);
        }
    }

    /** What is decided. */
    @Schema(name = "AccessReviewDecision")
    record Decided(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<Integer> numbers,

            @Schema(
                    description =
                            "`leave-group` takes the person out of the group that gives the right, with all that it"
                                    + " gives. Null takes decisions back.",
                    allowableValues = {"keep", "remove", "leave-group"})
            @Nullable
            String decision,

            @Nullable String comment) {}

    /** Why a review goes back. */
    @Schema(name = "AccessReviewReturn")
    record Return(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason) {}

    @GetMapping
    @ListParameters
    @Operation(summary = "Find reviews", description = """
            Fields: `name`, `subject`, `state`, `reviewer` and `verifier` (names), `undecided`, `started`, `closed`, `id`.""")
    Page<ReviewView> find(Actor actor, @PathVariable long project, ListRequest request) {
        return request.and("project", "project:is:", project).page(actor, list).map(ReviewView::of);
    }

    @GetMapping("/parties")
    @Operation(
            summary = "Who can review and verify",
            description = "By name, 100 at most. Permission `rule.draft` besides.")
    List<ReviewView.Party> parties(
            Actor actor, @PathVariable long project, @RequestParam(required = false) @Nullable String text) {
        return start.parties(actor, project, Objects.requireNonNullElse(text, ""), MOST_PARTIES).stream()
                .map(ReviewView.Party::of)
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Start a review", description = """
            With the rights as they are at this moment: each restriction that somebody has, by each way by which they have it, \
            and when it was used last. Permission `rule.draft` besides.""")
    ReviewView start(Actor actor, @PathVariable long project, @RequestBody Wish wanted) {
        return ReviewView.of(start.start(actor, project, wanted.draft()));
    }

    @GetMapping("/{review}")
    @Operation(summary = "One review")
    ReviewView get(Actor actor, @PathVariable long project, @PathVariable long review) {
        return ReviewView.of(
                reviews.get(actor, project, review),
                evidence.hashes(actor, project, review).orElse(null),
                evidence.earlier(actor, project, review));
    }

    @GetMapping("/{review}/rights")
    @ListParameters
    @Operation(summary = "The rights of a review", description = """
            Fields: `person` and `restriction` (names), `decision` (`decision:empty` for those that wait), `holder`, `via`, \
            `grantedTo` (a name), `used`, `outcome`, `number`.""")
    Page<ReviewRightView> rights(
            Actor actor, @PathVariable long project, @PathVariable long review, ListRequest request) {
        Review known = reviews.get(actor, project, review);
        return request.and("project", "project:is:", project)
                .and("review", "review:is:", known.id())
                .page(actor, rights)
                .map(ReviewRightView::of);
    }

    @PostMapping("/{review}/decisions")
    @Operation(
            summary = "Decide rights",
            description = "For the reviewer, until it is handed in. What was decided of them before is forgotten.")
    ReviewView decide(Actor actor, @PathVariable long project, @PathVariable long review, @RequestBody Decided wanted) {
        if (wanted.numbers() == null) {
            throw new RefusedException("numbers", "is missing");
        }
        return ReviewView.of(reviews.decide(
                actor,
                project,
                review,
                wanted.numbers(),
                Words.choice("decision", ReviewDecision.class, wanted.decision()),
                Objects.requireNonNullElse(wanted.comment(), "")));
    }

    @PostMapping("/{review}/submission")
    @Operation(summary = "Hand a review in", description = "For the reviewer, when all is decided.")
    ReviewView handIn(Actor actor, @PathVariable long project, @PathVariable long review) {
        return ReviewView.of(reviews.handIn(actor, project, review));
    }

    @PostMapping("/{review}/return")
    @Operation(summary = "Send a review back", description = "For the verifier.")
    ReviewView sendBack(
            Actor actor, @PathVariable long project, @PathVariable long review, @RequestBody Return wanted) {
        return ReviewView.of(reviews.sendBack(actor, project, review, Objects.requireNonNullElse(wanted.reason(), "")));
    }

    @PostMapping("/{review}/closing")
    @Operation(summary = "Close a review", description = """
            For the verifier: what was decided is carried out, all of it or nothing, and the review stays as it is for ever. \
            Takes the permissions that it takes to do the same by hand: `user.edit`, `identifier.edit`.""")
    ReviewView close(Actor actor, @PathVariable long project, @PathVariable long review) {
        Review closed = reviews.close(actor, project, review);
        return ReviewView.of(
                closed, evidence.hashes(actor, project, review).orElse(null), evidence.earlier(actor, project, review));
    }

    @GetMapping("/{review}/left-open")
    @Operation(summary = "What a closed review has left to do", description = """
            The rights that were to go and that people still have by a group at this moment: a group gives to all of its \
            people, so somebody has to say how.""")
    List<ReviewRightView> leftOpen(Actor actor, @PathVariable long project, @PathVariable long review) {
        return reviews.leftOpen(actor, project, review).stream()
                .map(ReviewRightView::of)
                .toList();
    }
}
