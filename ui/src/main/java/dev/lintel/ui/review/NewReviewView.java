package dev.lintel.ui.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.review.Review;
import dev.lintel.domain.review.ReviewStart;
import dev.lintel.ui.component.ProjectChoice;
import dev.lintel.ui.component.UnsavedChanges;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** Starts a review of access. */
@Route(value = ReviewsView.PATH + "/new", layout = MainLayout.class)
@PermitAll
public class NewReviewView extends Div implements AfterNavigationObserver, BeforeLeaveObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient ProjectChoice projects;
    private final transient ReviewStart start;
    private final transient Actor actor;
    private final ReviewForm form;
    private boolean left;

    NewReviewView(ProjectChoice projects, ReviewStart start, ReviewForm form, CurrentActor current) {
        this.projects = projects;
        this.start = start;
        this.form = form;
        this.actor = current.get();
        actor.requireReach(Permission.RULE_DRAFT);
        addClassNames("form-view", "review-form-view");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        removeAll();
        add(new ViewHeader(getTranslation("review.new")));
        Optional<Project> project = projects.in(event.getLocation().getQueryParameters(), actor);
        if (project.isEmpty()) {
            add(projects.offer(ReviewsView.PATH + "/new", actor));
            return;
        }
        if (!start.may(actor, project.get().id())) {
            throw new NotFoundException();
        }
        form.show(project.get(), this::leave);
        add(form);
    }

    private void leave(Review started) {
        left = true;
        getUI().ifPresent(ui -> ui.navigate(ReviewView.path(started.project(), started.id())));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (!left && form.isChanged()) {
            UnsavedChanges.ask(event);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("review.new") + " · Lintel";
    }
}
