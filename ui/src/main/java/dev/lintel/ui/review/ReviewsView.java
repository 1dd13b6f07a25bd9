package dev.lintel.ui.review;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.review.Review;
import dev.lintel.domain.review.ReviewList;
import dev.lintel.domain.review.Reviews;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.listing.ListColumn;
import dev.lintel.ui.listing.ListDescription;
import dev.lintel.ui.listing.RecordList;
import dev.lintel.ui.listing.RecordLists;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The reviews of access within reach. */
@Route(value = ReviewsView.PATH, layout = MainLayout.class)
@PermitAll
public class ReviewsView extends Div implements HasDynamicTitle {
    public static final String PATH = "reviews";

    private static final long serialVersionUID = 1L;

    ReviewsView(RecordLists lists, ReviewList reviews, CurrentActor current) {
        Actor actor = current.get();
        if (!Reviews.isFor(actor)) {
            throw new PermissionDeniedException(Permission.RULE_VIEW);
        }
        RecordList<Review> list = lists.of(description(reviews))
                .nothingYet(new EmptyState(getTranslation("review.noneTitle"), getTranslation("review.noneText")));
        addClassName("list-view");
        if (actor.reach(Permission.RULE_DRAFT) instanceof Reach.Nothing) {
            add(new ViewHeader(getTranslation("review.title")), list);
        } else {
            Button add = new Button(getTranslation("review.add"), VaadinIcon.PLUS.create(), click -> add());
            add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            list.whenNew(this::add);
            add(new ViewHeader(getTranslation("review.title"), add), list);
        }
    }

    private ListDescription<Review> description(ReviewList reviews) {
        List<ListColumn<Review>> columns = List.of(
                ListColumn.<Review>of("name", Review::name).grow(3),
                ListColumn.of("subject", Review::subject),
                ListColumn.<Review>of("state", Review::state).grow(1),
                ListColumn.<Review>of(
                                "progress",
                                review -> getTranslation(
                                        "review.progressOf",
                                        review.progress().decided(),
                                        review.progress().rights()))
                        .grow(1),
                ListColumn.<Review>of("due", review -> review.due().toString()).grow(1),
                ListColumn.<Review>of("reviewer", review -> review.reviewer().name()),
                ListColumn.<Review>of("verifier", review -> review.verifier().name()),
                ListColumn.<Review>of("started", Review::started).width("13em").hidden(),
                ListColumn.<Review>of("closed", Review::closed).width("13em").hidden());
        return ListDescription.of(PATH, "review", reviews, Review::id, columns)
                .searching("name")
                .leadingTo(review -> ReviewView.path(review.project(), review.id()));
    }

    private void add() {
        getUI().ifPresent(ui -> ui.navigate(
                NewReviewView.class,
                ui.getActiveViewLocation().getQueryParameters().including(ChosenProject.PARAMETER)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("review.title") + " · Lintel";
    }
}
