package dev.lintel.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.Page;
import dev.lintel.domain.listing.Records;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.review.NoSuchReviewException;
import dev.lintel.domain.review.Review;
import dev.lintel.domain.review.ReviewDecision;
import dev.lintel.domain.review.ReviewRefusedException;
import dev.lintel.domain.review.ReviewRight;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.listing.RecordList;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One review: the reviewer decides right by right or many at once, the verifier looks at it and closes it. */
@Route(value = ReviewView.ROUTE, layout = MainLayout.class)
@PermitAll
public class ReviewView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    static final String ROUTE = ReviewsView.PATH + "/:project(\\d{1,18})/:review(\\d{1,18})";

    private static final long serialVersionUID = 1L;

    private final transient ReviewParts parts;
    private final transient Actor actor;
    private final Div head = new Div();
    private transient @Nullable Review review;
    private transient @Nullable RecordList<ReviewRight> list;

    ReviewView(ReviewParts parts, CurrentActor current) {
        this.parts = parts;
        this.actor = current.get();
        addClassNames("list-view", "review-view");
        head.addClassName("review-head");
    }

    public static String path(long project, long review) {
        return ReviewsView.PATH + "/" + project + "/" + review;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long project = event.getRouteParameters().getLong("project").orElseThrow(NotFoundException::new);
        long id = event.getRouteParameters().getLong("review").orElseThrow(NotFoundException::new);
        Review shown = review;
        // a filter of the list stays on this page
        if (shown == null || shown.id() != id || shown.project() != project) {
            try {
                show(parts.reviews().get(actor, project, id));
            } catch (NoSuchReviewException none) {
                throw new NotFoundException(none.getMessage());
            }
        }
    }

    private void show(Review found) {
        review = found;
        removeAll();
        RecordList<ReviewRight> rights = parts.lists()
                .of(words().list(
                                path(found.project(), found.id()),
                                parts.rights(),
                                found.state() == Review.State.CLOSED))
                .within("project", Long.toString(found.project()))
                .within("review", Long.toString(found.id()))
                .nothingYet(new EmptyState(getTranslation("list.nothingTitle"), getTranslation("list.nothingText")));
        if (parts.reviews().mayDecide(actor, found)) {
            rights.bulkAction(getTranslation("review.keep"), rows -> keep(rows));
            rights.bulkAction(getTranslation("review.decideSelected"), this::ask);
            rights.bulkAction(
                    getTranslation("review.undecide"), rows -> attempt(() -> decide(numbers(rows), null, "")));
        }
        list = rights;
        add(head, rights);
        drawHead();
    }

    private RightColumns words() {
        return new RightColumns(parts.messages(), BrowserZone.moments(UI.getCurrentOrThrow(), parts.messages()));
    }

    private Review now() {
        return Objects.requireNonNull(review);
    }

    private void drawHead() {
        Review shown = now();
        head.removeAll();
        ReviewState state = new ReviewState(shown, words());
        parts.evidence()
                .hashes(actor, shown.project(), shown.id())
                .ifPresent(hashes -> state.evidence(
                        hashes, parts.evidence().earlier(actor, shown.project(), shown.id()), form -> parts.evidence()
                                .file(actor, shown.project(), shown.id(), form)));
        state.leftOpen(parts.reviews().leftOpen(actor, shown.project(), shown.id()));
        head.add(new ViewHeader(shown.name(), actions(shown).toArray(Component[]::new)), state);
    }

    private List<Component> actions(Review shown) {
        List<Component> actions = new ArrayList<>();
        if (parts.reviews().mayDecide(actor, shown)) {
            actions.add(new Button(getTranslation("review.decideAll"), click -> ask(all())));
            if (shown.progress().undecided() == 0) {
                actions.add(primary("review.handIn", this::handIn));
            }
        }
        if (parts.reviews().mayVerify(actor, shown)) {
            actions.add(new Button(getTranslation("review.sendBack"), click -> sendBack()));
            actions.add(primary("review.close", this::askToClose));
        }
        return actions;
    }

    private Button primary(String key, Runnable deed) {
        Button button = new Button(getTranslation(key), click -> deed.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    /** All that the filters leave, page by page. */
    private List<ReviewRight> all() {
        List<ReviewRight> all = new ArrayList<>();
        RecordList<ReviewRight> shown = Objects.requireNonNull(list);
        ListQuery<ReviewRight> query = shown.asked();
        String after = null;
        do {
            Page<ReviewRight> page = parts.rights().page(actor, query, after, Records.MOST_ROWS);
            all.addAll(page.rows());
            after = page.next();
        } while (after != null);
        return all;
    }

    private void keep(List<ReviewRight> rows) {
        attempt(() -> decide(numbers(rows), ReviewDecision.KEEP, ""));
    }

    private void ask(List<ReviewRight> rows) {
        if (rows.isEmpty()) {
            Notification.show(getTranslation("filter.noneTitle"));
            return;
        }
        new DecisionDialog(rows, (decision, comment) -> decide(numbers(rows), decision, comment)).open();
    }

    private static List<Integer> numbers(List<ReviewRight> rows) {
        return rows.stream().map(ReviewRight::number).toList();
    }

    private void decide(List<Integer> numbers, @Nullable ReviewDecision decision, String comment) {
        Review shown = now();
        review = parts.reviews().decide(actor, shown.project(), shown.id(), numbers, decision, comment);
        drawHead();
        Objects.requireNonNull(list).reload();
    }

    private void handIn() {
        Review shown = now();
        attempt(() -> {
            show(parts.reviews().handIn(actor, shown.project(), shown.id()));
            reload();
            Notification.show(
                    getTranslation("review.handedInTo", shown.verifier().name()));
        });
    }

    private void sendBack() {
        Review shown = now();
        new SendBackDialog(reason -> {
                    show(parts.reviews().sendBack(actor, shown.project(), shown.id(), reason));
                    reload();
                })
                .open();
    }

    private void askToClose() {
        Review shown = now();
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(getTranslation("review.closeTitle"));
        question.setText(getTranslation("review.closeText", shown.progress().removals()));
        question.setCancelable(true);
        question.setCancelText(getTranslation("action.cancel"));
        question.setConfirmText(getTranslation("review.close"));
        question.setConfirmButtonTheme("primary");
        question.addConfirmListener(confirm -> attempt(() -> {
            show(parts.reviews().close(actor, shown.project(), shown.id()));
            reload();
            Notification.show(getTranslation("review.nowClosed"));
        }));
        question.open();
    }

    /** A list that comes into a page after its navigation is told what the address asks for. */
    private void reload() {
        Objects.requireNonNull(list)
                .show(UI.getCurrentOrThrow().getActiveViewLocation().getQueryParameters());
    }

    private void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (ReviewRefusedException refused) {
            Notification.show(
                    refused.problems().stream().map(Refusals::reason).distinct().collect(Collectors.joining(" ")));
            if (refused.isTooLate()) {
                show(parts.reviews().get(actor, now().project(), now().id()));
                reload();
            }
        } catch (PermissionDeniedException denied) {
            Notification.show(
                    getTranslation("review.notPermitted", parts.messages().nameOf(getLocale(), denied.missing())));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("review.title") + " · Lintel";
    }
}
