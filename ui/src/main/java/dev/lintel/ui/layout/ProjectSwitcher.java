package dev.lintel.ui.layout;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import dev.lintel.domain.group.Project;
import dev.lintel.ui.component.ChosenProject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Narrows the current view to one project. Absent where there is nothing to choose. */
final class ProjectSwitcher extends Select<Project> {
    private static final long serialVersionUID = 1L;

    private final List<Project> projects;

    ProjectSwitcher(List<Project> projects) {
        this.projects = projects;
        addClassName("project-switcher");
        setVisible(projects.size() > 1);
        setItems(projects);
        setItemLabelGenerator(project -> project == null ? getTranslation("project.all") : project.name());
        setEmptySelectionAllowed(true);
        setEmptySelectionCaption(getTranslation("project.all"));
        setPlaceholder(getTranslation("project.all"));
        setAriaLabel(getTranslation("project.switch"));
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                change.getSource().getUI().ifPresent(ui -> go(ui, change.getValue()));
            }
        });
    }

    void show(long id) {
        setValue(projects.stream()
                .filter(project -> project.id() == id)
                .findFirst()
                .orElse(null));
    }

    void showAll() {
        clear();
    }

    private static void go(UI ui, @Nullable Project project) {
        QueryParameters query = ui.getActiveViewLocation().getQueryParameters();
        ui.navigate(
                ui.getActiveViewLocation().getPath(),
                project == null
                        ? query.excluding(ChosenProject.PARAMETER)
                        : query.merging(ChosenProject.PARAMETER, String.valueOf(project.id())));
    }
}
