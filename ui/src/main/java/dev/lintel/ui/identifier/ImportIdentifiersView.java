package dev.lintel.ui.identifier;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.identifier.exchange.PanelLists;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.component.ProjectChoice;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;

/** Takes identifiers of a project from a file or from a panel, and takes imports back. */
@Route(value = ImportIdentifiersView.PATH, layout = MainLayout.class)
@PermitAll
public class ImportIdentifiersView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    static final String PATH = "identifiers/import";

    private static final long serialVersionUID = 1L;

    private final transient ImportMaker maker;
    private final transient PanelLists panels;
    private final transient ProjectChoice projects;
    private final transient Actor actor;
    private final PastImports past;

    ImportIdentifiersView(
            ImportMaker maker, PanelLists panels, PastImports past, ProjectChoice projects, CurrentActor current) {
        this.maker = maker;
        this.panels = panels;
        this.past = past;
        this.projects = projects;
        this.actor = current.get();
        actor.requireReach(Permission.IDENTIFIER_IMPORT);
        actor.requireReach(Permission.IDENTIFIER_CREATE);
        actor.requireReach(Permission.IDENTIFIER_EDIT);
        addClassNames("form-view", "user-import");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        removeAll();
        add(new ViewHeader(getTranslation("identifierImport.title")));
        projects.in(event.getLocation().getQueryParameters(), actor)
                .ifPresentOrElse(this::show, () -> add(projects.offer(PATH, actor)));
    }

    private void show(Project project) {
        TabSheet sources = new TabSheet();
        sources.add(getTranslation("identifierImport.table"), new TableSource(maker.make(project, past)));
        sources.add(
                getTranslation("identifierImport.panel"),
                new PanelForm(panels, actor, project, maker.make(project, past)));
        past.show(project.id());
        add(sources, past);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("identifierImport.title") + " · Lintel";
    }
}
