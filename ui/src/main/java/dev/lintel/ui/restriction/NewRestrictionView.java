package dev.lintel.ui.restriction;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.restriction.StoredRestriction;
import dev.lintel.ui.component.ProjectChoice;
import dev.lintel.ui.component.UnsavedChanges;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** Makes an access restriction. */
@Route(value = RestrictionsView.PATH + "/new", layout = MainLayout.class)
@PermitAll
public class NewRestrictionView extends Div implements AfterNavigationObserver, BeforeLeaveObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient ProjectChoice projects;
    private final transient Actor actor;
    private final RestrictionForm form;
    private boolean left;

    NewRestrictionView(ProjectChoice projects, RestrictionForm form, CurrentActor current) {
        this.projects = projects;
        this.form = form;
        this.actor = current.get();
        actor.requireReach(Permission.ACCESS_RESTRICTION_CREATE);
        addClassNames("form-view", "restriction-view");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        removeAll();
        add(new ViewHeader(getTranslation("restriction.new")));
        Optional<Project> project = projects.in(event.getLocation().getQueryParameters(), actor);
        if (project.isEmpty()) {
            add(projects.offer(RestrictionsView.PATH + "/new", actor));
            return;
        }
        form.showNew(project.get().id(), this::leave);
        add(form);
    }

    private void leave(StoredRestriction made) {
        left = true;
        getUI().ifPresent(ui -> ui.navigate(RestrictionView.path(made.project(), made.id())));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (!left && form.isChanged()) {
            UnsavedChanges.ask(event);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("restriction.new") + " · Lintel";
    }
}
