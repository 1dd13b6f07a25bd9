package dev.lintel.ui.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.Projects;
import dev.lintel.domain.permission.Actor;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** For views that show one project: which one it is. */
@Component
public final class ProjectChoice {
    private final Projects projects;

    ProjectChoice(Projects projects) {
        this.projects = projects;
    }

    /**
     * The project that the address names, or the only one that there is to see; empty when it is for the person to choose.
     *
     * @throws NotFoundException when the address names one that the actor cannot see
     */
    public Optional<Project> in(QueryParameters query, Actor actor) {
        List<Project> visible = projects.list(actor);
        Optional<Long> named = ChosenProject.in(query);
        if (named.isEmpty()) {
            return visible.size() == 1 ? Optional.of(visible.getFirst()) : Optional.empty();
        }
        return Optional.of(visible.stream()
                .filter(project -> project.id() == named.get())
                .findFirst()
                .orElseThrow(NotFoundException::new));
    }

    /** The projects to choose from, each leading to the same view of it. */
    public EmptyState offer(String path, Actor actor) {
        UI ui = UI.getCurrentOrThrow();
        List<Project> visible = projects.list(actor);
        if (visible.isEmpty()) {
            return new EmptyState(ui.getTranslation("site.noneTitle"), ui.getTranslation("site.noneText"));
        }
        Anchor[] links = visible.stream()
                .map(project -> new Anchor(path + "?" + ChosenProject.PARAMETER + "=" + project.id(), project.name()))
                .toArray(Anchor[]::new);
        return new EmptyState(ui.getTranslation("project.chooseTitle"), ui.getTranslation("project.chooseText"), links);
    }
}
