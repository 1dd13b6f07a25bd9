package dev.lintel.ui.schedule;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.schedule.edit.ScheduleUse;
import dev.lintel.domain.schedule.edit.Schedules;
import dev.lintel.domain.schedule.edit.StoredSchedule;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.component.ProjectChoice;
import dev.lintel.ui.component.UnsavedChanges;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.restriction.RestrictionView;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One schedule: its fields, what they come to, and what it limits. */
@Route(value = SchedulesView.PATH + "/:schedule", layout = MainLayout.class)
@PermitAll
public class ScheduleView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {
    static final String NEW = "new";

    private static final long serialVersionUID = 1L;

    private final transient Schedules schedules;
    private final transient ProjectChoice projects;
    private final transient ScheduleEditors editors;
    private final transient List<ScheduleSection> sections;
    private final transient Actor actor;
    private @Nullable ScheduleEditor editor;
    private String title = getTranslation("schedules.title");

    ScheduleView(
            Schedules schedules,
            ProjectChoice projects,
            ScheduleEditors editors,
            List<ScheduleSection> sections,
            CurrentActor current) {
        this.schedules = schedules;
        this.projects = projects;
        this.editors = editors;
        this.sections = List.copyOf(sections);
        this.actor = current.get();
        actor.requireReach(Permission.SCHEDULE_VIEW);
        addClassNames("form-view", "schedule-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        String id = event.getRouteParameters().get("schedule").orElseThrow(NotFoundException::new);
        Optional<Project> project = projects.in(event.getLocation().getQueryParameters(), actor);
        if (id.equals(NEW)) {
            actor.require(Permission.SCHEDULE_CREATE);
            title = getTranslation("schedules.new");
            add(new ViewHeader(title));
            project.ifPresentOrElse(
                    where -> edit(where, null), () -> add(projects.offer(SchedulesView.PATH + "/" + NEW, actor)));
        } else {
            Project where = project.orElseThrow(NotFoundException::new);
            show(where, schedules.get(actor, where.id(), id).orElseThrow(NotFoundException::new));
        }
    }

    private void show(Project project, StoredSchedule schedule) {
        title = schedule.name();
        Anchor file = editors.download(actor, schedule);
        add(
                actor.may(Permission.SCHEDULE_DELETE)
                        ? new ViewHeader(title, file, delete(project, schedule))
                        : new ViewHeader(title, file));
        edit(project, schedule);
        List<ScheduleUse> uses = schedules.uses(actor, project.id(), schedule.id());
        Section used = new Section(new H2(getTranslation("schedule.uses", uses.size())));
        used.add(uses.isEmpty() ? new Paragraph(getTranslation("schedule.unused")) : names(project, uses));
        List<String> policies = schedules.policies(actor, project.id(), schedule.id());
        if (!policies.isEmpty()) {
            used.add(
                    new Paragraph(getTranslation("schedule.inPolicies", policies.size(), String.join(", ", policies))));
        }
        add(used);
        sections.forEach(section -> section.section(actor, schedule).ifPresent(this::add));
    }

    private void edit(Project project, @Nullable StoredSchedule schedule) {
        editor = editors.of(actor, project, schedule, () -> leave(project));
        add(editor);
    }

    private UnorderedList names(Project project, List<ScheduleUse> uses) {
        boolean mayOpen = !(actor.reach(Permission.ACCESS_RESTRICTION_VIEW) instanceof Reach.Nothing);
        UnorderedList names = new UnorderedList();
        uses.forEach(use -> names.add(new ListItem(
                mayOpen
                        ? new Anchor(RestrictionView.path(project.id(), use.restriction()), use.name())
                        : new Span(use.name()))));
        return names;
    }

    private Button delete(Project project, StoredSchedule schedule) {
        Button delete = new Button(getTranslation("schedule.delete"), click -> {
            List<ScheduleUse> uses = schedules.uses(actor, project.id(), schedule.id());
            List<String> policies = schedules.policies(actor, project.id(), schedule.id());
            boolean unused = uses.isEmpty() && policies.isEmpty();
            (unused ? question(project, schedule) : refusal(project, uses, policies)).open();
        });
        delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        return delete;
    }

    private ConfirmDialog refusal(Project project, List<ScheduleUse> uses, List<String> policies) {
        ConfirmDialog said = new ConfirmDialog();
        said.setHeader(getTranslation("schedule.inUseTitle"));
        if (!uses.isEmpty()) {
            said.add(new Paragraph(getTranslation("schedule.inUseText")), names(project, uses));
        }
        if (!policies.isEmpty()) {
            said.add(
                    new Paragraph(getTranslation("schedule.inPolicies", policies.size(), String.join(", ", policies))));
        }
        said.setConfirmText(getTranslation("action.close"));
        return said;
    }

    private ConfirmDialog question(Project project, StoredSchedule schedule) {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(getTranslation("schedule.deleteTitle", schedule.name()));
        question.setText(getTranslation("schedule.deleteText"));
        question.setCancelable(true);
        question.setCancelText(getTranslation("action.cancel"));
        question.setConfirmText(getTranslation("schedule.delete"));
        question.setConfirmButtonTheme("error primary");
        question.addConfirmListener(confirm -> {
            schedules.delete(actor, project.id(), schedule.id());
            Notification.show(getTranslation("schedule.deleted", schedule.name()));
            leave(project);
        });
        return question;
    }

    private void leave(Project project) {
        editor = null;
        getUI().ifPresent(ui -> ui.navigate(
                SchedulesView.class, QueryParameters.of(ChosenProject.PARAMETER, Long.toString(project.id()))));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (editor != null && editor.isChanged()) {
            UnsavedChanges.ask(event);
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · Lintel";
    }
}
