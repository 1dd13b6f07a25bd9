package dev.lintel.ui.guest;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.Projects;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a guest pass, and goes on to where it is shared. */
@Route(value = GuestPaths.NEW, layout = MainLayout.class)
@PermitAll
public class NewGuestView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient List<Project> projects;
    private final GuestForm form;

    NewGuestView(Projects projects, GuestForm form, CurrentActor current) {
        Actor actor = current.get();
        if (!GuestsView.mayMake(actor)) {
            throw new PermissionDeniedException(Permission.GUEST_PASS_CREATE);
        }
        this.projects = projects.list(actor);
        this.form = form;
        addClassNames("form-view", "guest-view");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show(event.getLocation().getQueryParameters());
    }

    private void show(QueryParameters query) {
        removeAll();
        add(new ViewHeader(getTranslation("guest.new")));
        Optional<Project> chosen = projects.size() == 1
                ? Optional.of(projects.getFirst())
                : ChosenProject.in(query).flatMap(id -> projects.stream()
                        .filter(project -> project.id() == id)
                        .findFirst());
        if (projects.size() > 1) {
            add(new Section(projectSelect(chosen.orElse(null), query)));
        }
        chosen.ifPresent(project -> {
            form.show(
                    project, pass -> getUI().ifPresent(ui -> ui.navigate(GuestPaths.pass(pass.project(), pass.id()))));
            add(form);
        });
    }

    private Select<Project> projectSelect(@Nullable Project chosen, QueryParameters query) {
        Select<Project> select = new Select<>();
        select.setLabel(getTranslation("project.switch"));
        select.setItems(projects);
        select.setItemLabelGenerator(Project::name);
        select.setValue(chosen);
        select.addValueChangeListener(change -> show(query.merging(
                ChosenProject.PARAMETER, String.valueOf(change.getValue().id()))));
        return select;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("guest.new") + " · Lintel";
    }
}
