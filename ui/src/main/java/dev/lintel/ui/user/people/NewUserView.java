package dev.lintel.ui.user.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.Projects;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.component.UnsavedChanges;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds a user; the address may name the groups, {@code ?group=…}, for whoever comes from one. */
@Route(value = "users/new", layout = MainLayout.class)
@PermitAll
public class NewUserView extends Div implements AfterNavigationObserver, BeforeLeaveObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient List<Project> projects;
    private final PersonForm form;
    private boolean left;

    NewUserView(Projects projects, PersonForm form, CurrentActor current) {
        Actor actor = current.get();
        actor.requireReach(Permission.USER_CREATE);
        this.projects = projects.list(actor);
        this.form = form;
        addClassNames("form-view", "user-view");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show(event.getLocation().getQueryParameters());
    }

    private void show(QueryParameters query) {
        removeAll();
        add(new ViewHeader(getTranslation("person.new")));
        Optional<Project> chosen = chosen(query);
        if (projects.size() > 1) {
            add(new Section(projectSelect(chosen.orElse(null), query)));
        }
        chosen.ifPresent(project -> {
            form.showNew(
                    project.id(),
                    query.getParameters("group"),
                    person -> leave(UserView.path(person.project(), person.id())),
                    () -> show(query));
            add(form);
        });
    }

    private Optional<Project> chosen(QueryParameters query) {
        return projects.size() == 1
                ? Optional.of(projects.getFirst())
                : ChosenProject.in(query).flatMap(id -> projects.stream()
                        .filter(project -> project.id() == id)
                        .findFirst());
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
        return getTranslation("person.new") + " · Lintel";
    }
}
