package dev.lintel.ui.user.exchange;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.user.exchange.UserImport;
import dev.lintel.ui.component.ProjectChoice;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;

/** Takes users of a project from a file. */
@Route(value = ImportUsersView.PATH, layout = MainLayout.class)
@PermitAll
public class ImportUsersView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    public static final String PATH = "users/import";

    private static final long serialVersionUID = 1L;

    private final transient UserImport imports;
    private final transient ProjectChoice projects;
    private final transient Actor actor;

    ImportUsersView(UserImport imports, ProjectChoice projects, CurrentActor current) {
        this.imports = imports;
        this.projects = projects;
        this.actor = current.get();
        actor.requireReach(Permission.USER_CREATE);
        actor.requireReach(Permission.USER_EDIT);
        actor.require(Permission.GROUP_MANAGE_USERS);
        addClassNames("form-view", "user-import");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        removeAll();
        add(new ViewHeader(getTranslation("userImport.title")));
        projects.in(event.getLocation().getQueryParameters(), actor)
                .ifPresentOrElse(
                        project -> add(new UserTableImport(imports, actor, project)),
                        () -> add(projects.offer(PATH, actor)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("userImport.title") + " · Lintel";
    }
}
