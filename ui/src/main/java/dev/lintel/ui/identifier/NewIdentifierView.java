package dev.lintel.ui.identifier;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.wire.WireName;
import dev.lintel.ui.component.ProjectChoice;
import dev.lintel.ui.component.UnsavedChanges;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** Adds an identifier; the address may name its owner, {@code ?user=…}, for whoever comes from one, and its type. */
@Route(value = NewIdentifierView.PATH, layout = MainLayout.class)
@PermitAll
public class NewIdentifierView extends Div implements AfterNavigationObserver, BeforeLeaveObserver, HasDynamicTitle {
    static final String PATH = "identifiers/new";

    private static final long serialVersionUID = 1L;

    private final transient ProjectChoice projects;
    private final transient Actor actor;
    private final IdentifierForm form;
    private final CodeSupply supply;
    private boolean left;

    NewIdentifierView(ProjectChoice projects, IdentifierForm form, CodeSupply supply, CurrentActor current) {
        this.projects = projects;
        this.form = form;
        this.supply = supply;
        this.actor = current.get();
        actor.requireReach(Permission.IDENTIFIER_CREATE);
        addClassNames("form-view", "user-view");
    }

    /** Where one is added for somebody. */
    public static String path(long project, String user) {
        return PATH + "?project=" + project + "&user=" + user;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        IdentifierType type = query.getSingleParameter("type")
                .flatMap(text -> WireName.parse(IdentifierType.class, text))
                .orElse(IdentifierType.CARD);
        removeAll();
        add(new ViewHeader(getTranslation("identifier.new")));
        projects.in(query, actor)
                .ifPresentOrElse(
                        project -> show(
                                project.id(),
                                type,
                                query.getSingleParameter("user").orElse(null)),
                        () -> add(projects.offer(PATH, actor)));
    }

    private void show(long project, IdentifierType type, @Nullable String user) {
        left = false;
        form.showNew(
                project, type, user, stored -> leave(IdentifierView.path(stored.project(), stored.id())), stored -> {
                    show(
                            project,
                            stored.identifier().type(),
                            stored.identifier().user());
                    supply.show(project);
                });
        supply.show(project);
        add(form, supply);
    }

    private void leave(String path) {
        left = true;
        getUI().ifPresent(ui -> ui.navigate(path));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (!left && form.isChanged()) {
            UnsavedChanges.ask(event);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("identifier.new") + " · Lintel";
    }
}
