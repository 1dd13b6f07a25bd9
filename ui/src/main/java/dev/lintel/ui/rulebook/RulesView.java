package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.rulebook.Rulebooks;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.ProjectChoice;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** The rules of a project: what its managers have decided on top of the access restrictions, as sentences. */
@Route(value = RulesView.PATH + "/:project?(\\d{1,18})", layout = MainLayout.class)
@PermitAll
public class RulesView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    public static final String PATH = "rules";

    private static final long serialVersionUID = 1L;

    private final transient Rulebooks rulebooks;
    private final transient ReleaseServices releases;
    private final transient RulebookParts parts;
    private final transient PageParts beside;
    private final transient ProjectChoice projects;
    private final transient Messages messages;
    private final transient Actor actor;

    RulesView(
            Rulebooks rulebooks,
            ReleaseServices releases,
            RulebookParts parts,
            PageParts beside,
            ProjectChoice projects,
            Messages messages,
            CurrentActor current) {
        this.rulebooks = rulebooks;
        this.releases = releases;
        this.parts = parts;
        this.beside = beside;
        this.projects = projects;
        this.messages = messages;
        this.actor = current.get();
        actor.requireReach(Permission.RULE_VIEW);
        addClassNames("form-view", "rules-view");
    }

    /** Whether somebody sees the rules of any project: of a part of one there are none. */
    public static boolean isFor(Actor actor) {
        Reach reach = actor.reach(Permission.RULE_VIEW);
        return reach instanceof Reach.Everything || reach instanceof Reach.WholeProject;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Optional<Long> named = event.getRouteParameters().getLong("project");
        Optional<Long> chosen = named.isPresent()
                ? named
                : projects.in(event.getLocation().getQueryParameters(), actor).map(Project::id);
        chosen.ifPresentOrElse(
                this::show, () -> add(new ViewHeader(getTranslation("rulebook.title")), projects.offer(PATH, actor)));
    }

    private void show(long project) {
        if (!rulebooks.may(actor, Permission.RULE_VIEW, project)) {
            throw new NotFoundException();
        }
        UI ui = UI.getCurrentOrThrow();
        add(new RulebookPage(
                new RulebookDesk(rulebooks, releases, actor, project),
                parts.of(actor, project, ui.getLocale()),
                BrowserZone.moments(ui, messages),
                beside,
                project));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("rulebook.title") + " · Lintel";
    }
}
