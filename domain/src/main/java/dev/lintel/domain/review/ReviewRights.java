package dev.lintel.domain.review;

import dev.lintel.domain.access.AccessFacts.Via;
import dev.lintel.domain.listing.Field;
import dev.lintel.domain.listing.FieldType;
import dev.lintel.domain.listing.Listing;
import dev.lintel.domain.listing.Listing.Sort;
import dev.lintel.domain.listing.Lists;
import dev.lintel.domain.listing.Records;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import java.util.List;
import org.springframework.stereotype.Service;

/** The rights of reviews as a list; as a part of a page it is bounded by {@code review}. */
@Service
public class ReviewRights extends Records<ReviewRight> {
    private static final Listing<ReviewRight> LISTING = new Listing<>(
            "review-rights",
            ReviewRows.RIGHT,
            ReviewRows.RIGHT_FROM,
            ReviewRows::right,
            List.of(
                    new Field.Order("r.project_id", new FieldType.Number()),
                    new Field.Order("r.review_id", new FieldType.Number()),
                    new Field.Order("r.number", new FieldType.Number())),
            fields(),
            Sort.by("person"));

    ReviewRights(Lists lists) {
        super(lists, LISTING);
    }

    private static List<Field<ReviewRight>> fields() {
        return List.of(
                Field.text("person", "r.person_name", right -> right.holder().personName()),
                Field.<ReviewRight, ReviewDecision>choice(
                                "decision", "r.decision", ReviewDecision.class, right -> right.decision())
                        .unsorted()
                        .orNone(),
                Field.text("restriction", "s.name", right -> right.granting().name()),
                Field.<ReviewRight, ReviewRight.HolderKind>choice(
                                "holder", "r.holder", ReviewRight.HolderKind.class, right -> right.holder()
                                        .kind())
                        .unsorted(),
                Field.<ReviewRight, Via.Kind>choice("via", "r.via", Via.Kind.class, right -> right.granting()
                                .via()
                                .kind())
                        .unsorted(),
                Field.text("grantedTo", "r.via_name", right -> right.granting().viaName()),
                Field.<ReviewRight>moment("used", "r.used", ReviewRight::used).orNone(),
                Field.<ReviewRight, ReviewOutcome>choice(
                                "outcome", "r.outcome", ReviewOutcome.class, right -> right.outcome())
                        .unsorted()
                        .orNone(),
                Field.<ReviewRight>number("number", "r.number", right -> (long) right.number()),
                Field.number("review", "r.review_id", ReviewRight::review).unsorted(),
                Field.number("project", "r.project_id", ReviewRight::project).unsorted());
    }

    @Override
    protected SqlCondition visibleTo(Actor actor) {
        return ReviewReach.visible(actor, "r.project_id");
    }
}
