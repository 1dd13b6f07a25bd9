package dev.lintel.ui.schedule;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.schedule.holiday.HolidayCalendars;
import dev.lintel.domain.schedule.holiday.StoredCalendar;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ProjectChoice;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The holiday calendars of a project: a handful, so they stand beside each other with what they hold. */
@Route(value = HolidaysView.PATH, layout = MainLayout.class)
@PermitAll
public class HolidaysView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    public static final String PATH = "holidays";

    private static final long serialVersionUID = 1L;

    private final transient HolidayCalendars calendars;
    private final transient ProjectChoice projects;
    private final transient HolidayWords words;
    private final transient Actor actor;

    HolidaysView(HolidayCalendars calendars, ProjectChoice projects, HolidayWords words, CurrentActor current) {
        this.calendars = calendars;
        this.projects = projects;
        this.words = words;
        this.actor = current.get();
        actor.requireReach(Permission.SCHEDULE_VIEW);
        addClassNames("form-view", "holidays-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        projects.in(event.getLocation().getQueryParameters(), actor).ifPresentOrElse(this::show, () -> {
            add(new ViewHeader(getTranslation("holidays.title")), projects.offer(PATH, actor));
        });
    }

    private void show(Project project) {
        List<Component> actions = new ArrayList<>();
        actions.add(link(SchedulesView.PATH, project, getTranslation("schedules.title")));
        boolean mayAdd = actor.may(Permission.SCHEDULE_CREATE);
        if (mayAdd) {
            actions.add(add(project));
        }
        add(new ViewHeader(getTranslation("holidays.title"), actions.toArray(Component[]::new)));
        List<StoredCalendar> all = calendars.list(actor, project.id());
        if (all.isEmpty()) {
            Component[] next = mayAdd ? new Component[] {add(project)} : new Component[0];
            add(new EmptyState(getTranslation("holidays.noneTitle"), getTranslation("holidays.noneText"), next));
        } else {
            Paragraph about = new Paragraph(getTranslation("holidays.about"));
            about.addClassName("about");
            add(about);
            all.forEach(calendar -> add(section(project, calendar)));
        }
    }

    private Section section(Project project, StoredCalendar calendar) {
        Anchor name =
                link(PATH + "/" + URLEncoder.encode(calendar.id(), StandardCharsets.UTF_8), project, calendar.name());
        name.removeClassName("button-link");
        Section section = new Section(new H2(name));
        section.addClassName("calendar-card");
        section.add(new Paragraph(words.holds(calendar, project.timeZone())));
        if (calendar.subscription() != null) {
            section.add(words.state(calendar.subscription()));
        }
        return section;
    }

    private Button add(Project project) {
        Button add = new Button(
                getTranslation("holidays.add"), VaadinIcon.PLUS.create(), click -> getUI().ifPresent(ui -> ui.navigate(
                        HolidayCalendarView.class,
                        new RouteParameters("calendar", HolidayCalendarView.NEW),
                        of(project))));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return add;
    }

    static QueryParameters of(Project project) {
        return QueryParameters.of(ChosenProject.PARAMETER, Long.toString(project.id()));
    }

    private static Anchor link(String path, Project project, String text) {
        Anchor link = new Anchor(path + "?" + ChosenProject.PARAMETER + "=" + project.id(), text);
        link.addClassName("button-link");
        return link;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("holidays.title") + " · Lintel";
    }
}
