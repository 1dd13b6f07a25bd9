package dev.lintel.ui.schedule;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.schedule.holiday.HolidayCalendars;
import dev.lintel.domain.schedule.holiday.HolidaySubscriptions;
import dev.lintel.domain.schedule.holiday.StoredCalendar;
import dev.lintel.ui.component.ProjectChoice;
import dev.lintel.ui.component.UnsavedChanges;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** One holiday calendar. */
@Route(value = HolidaysView.PATH + "/:calendar", layout = MainLayout.class)
@PermitAll
public class HolidayCalendarView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {
    static final String NEW = "new";

    private static final long serialVersionUID = 1L;

    private final transient HolidayCalendars calendars;
    private final transient HolidaySubscriptions subscriptions;
    private final transient ProjectChoice projects;
    private final transient HolidayWords words;
    private final transient Actor actor;
    private @Nullable HolidayCalendarForm form;
    private String title = getTranslation("holidays.title");

    HolidayCalendarView(
            HolidayCalendars calendars,
            HolidaySubscriptions subscriptions,
            ProjectChoice projects,
            HolidayWords words,
            CurrentActor current) {
        this.calendars = calendars;
        this.subscriptions = subscriptions;
        this.projects = projects;
        this.words = words;
        this.actor = current.get();
        actor.requireReach(Permission.SCHEDULE_VIEW);
        addClassNames("form-view", "holidays-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Project project =
                projects.in(event.getLocation().getQueryParameters(), actor).orElseThrow(NotFoundException::new);
        String id = event.getRouteParameters().get("calendar").orElseThrow(NotFoundException::new);
        if (id.equals(NEW)) {
            actor.require(Permission.SCHEDULE_CREATE);
            show(project, null);
        } else {
            show(project, calendars.get(actor, project.id(), id).orElseThrow(NotFoundException::new));
        }
    }

    private void show(Project project, @Nullable StoredCalendar calendar) {
        removeAll();
        title = calendar == null ? getTranslation("holidays.new") : calendar.name();
        add(
                calendar != null && actor.may(Permission.SCHEDULE_DELETE)
                        ? new ViewHeader(title, delete(project, calendar))
                        : new ViewHeader(title));
        form = new HolidayCalendarForm(calendars, words, actor, project, stored -> saved(project, stored));
        if (calendar != null) {
            form.show(calendar);
            if (calendar.subscription() != null && actor.may(Permission.SCHEDULE_EDIT)) {
                form.offerToRefresh(() -> refresh(project, calendar.id()));
            }
        }
        add(form);
    }

    /** A subscribed one is got at once, so that whoever made it sees whether it can be had. */
    private void saved(Project project, StoredCalendar stored) {
        Notification.show(getTranslation("holidays.saved", stored.name()));
        form = null;
        boolean isNew = stored.subscription() != null && stored.subscription().tried() == null;
        if (isNew && actor.may(Permission.SCHEDULE_EDIT)) {
            refresh(project, stored.id());
        } else {
            leave(project);
        }
    }

    private void refresh(Project project, String id) {
        show(project, subscriptions.refresh(actor, project.id(), id));
    }

    private Button delete(Project project, StoredCalendar calendar) {
        Button delete = new Button(getTranslation("holidays.delete"), click -> {
            ConfirmDialog question = new ConfirmDialog();
            question.setHeader(getTranslation("holidays.deleteTitle", calendar.name()));
            question.setText(getTranslation("holidays.deleteText"));
            question.setCancelable(true);
            question.setCancelText(getTranslation("action.cancel"));
            question.setConfirmText(getTranslation("holidays.delete"));
            question.setConfirmButtonTheme("error primary");
            question.addConfirmListener(confirm -> {
                calendars.delete(actor, project.id(), calendar.id());
                Notification.show(getTranslation("holidays.deleted", calendar.name()));
                form = null;
                leave(project);
            });
            question.open();
        });
        delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        return delete;
    }

    private void leave(Project project) {
        getUI().ifPresent(ui -> ui.navigate(HolidaysView.class, HolidaysView.of(project)));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (form != null && form.isChanged()) {
            UnsavedChanges.ask(event);
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · Lintel";
    }
}
