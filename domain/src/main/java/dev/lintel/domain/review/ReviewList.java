package dev.lintel.domain.review;

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

/** The reviews of access as a list. */
@Service
public class ReviewList extends Records<Review> {
    private static final Listing<Review> LISTING = new Listing<>(
            "access-reviews",
            ReviewRows.REVIEW,
            "access_review v",
            ReviewRows::review,
            List.of(
                    new Field.Order("v.project_id", new FieldType.Number()),
                    new Field.Order("v.id", new FieldType.Number())),
            fields(),
            Sort.downBy("started"));

    ReviewList(Lists lists) {
        super(lists, LISTING);
    }

    private static List<Field<Review>> fields() {
        return List.of(
                Field.text("name", "v.name", Review::name),
                Field.text("subject", "v.subject", Review::subject),
                Field.choice("state", "v.state", Review.State.class, Review::state)
                        .unsorted(),
                Field.text("reviewer", "v.reviewer_name", review -> review.reviewer()
                        .name()),
                Field.text("verifier", "v.verifier_name", review -> review.verifier()
                        .name()),
                Field.<Review>number("undecided", ReviewRows.UNDECIDED, review ->
                                (long) review.progress().undecided())
                        .unsorted(),
                Field.moment("started", "v.started", Review::started),
                Field.<Review>moment("closed", "v.closed", Review::closed).orNone(),
                Field.number("id", "v.id", Review::id).unsorted(),
                Field.number("project", "v.project_id", Review::project).unsorted());
    }

    @Override
    protected SqlCondition visibleTo(Actor actor) {
        return ReviewReach.visible(actor, "v.project_id");
    }
}
