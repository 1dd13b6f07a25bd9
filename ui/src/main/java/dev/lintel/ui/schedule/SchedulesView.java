package dev.lintel.ui.schedule;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.schedule.edit.StoredSchedule;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.listing.RecordList;
import dev.lintel.ui.listing.RecordLists;
import jakarta.annotation.security.PermitAll;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The schedules of the projects that are visible. */
@Route(value = SchedulesView.PATH, layout = MainLayout.class)
@PermitAll
public class SchedulesView extends Div implements HasDynamicTitle {
    public static final String PATH = "schedules";

    private static final long serialVersionUID = 1L;

    private final RecordList<StoredSchedule> list;

    SchedulesView(RecordLists lists, ScheduleColumns columns, CurrentActor current) {
        Actor actor = current.get();
        actor.requireReach(Permission.SCHEDULE_VIEW);
        this.list = lists.of(columns.list(PATH, getLocale()))
                .nothingYet(
                        new EmptyState(getTranslation("schedules.noneTitle"), getTranslation("schedules.noneText")));
        addClassName("list-view");
        add(header(actor), list);
    }

    /** Where a schedule's page is. */
    public static String path(long project, String schedule) {
        return PATH + "/" + URLEncoder.encode(schedule, StandardCharsets.UTF_8) + "?" + ChosenProject.PARAMETER + "="
                + project;
    }

    private ViewHeader header(Actor actor) {
        Button holidays = new Button(
                getTranslation("holidays.title"), VaadinIcon.CALENDAR_CLOCK.create(), click -> getUI().ifPresent(ui ->
                        ui.navigate(
                                HolidaysView.class,
                                ui.getActiveViewLocation().getQueryParameters().including(ChosenProject.PARAMETER))));
        if (!actor.may(Permission.SCHEDULE_CREATE)) {
            return new ViewHeader(getTranslation("schedules.title"), holidays);
        }
        Button add = new Button(getTranslation("schedules.add"), VaadinIcon.PLUS.create(), click -> add());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        list.whenNew(this::add);
        return new ViewHeader(getTranslation("schedules.title"), holidays, add);
    }

    private void add() {
        getUI().ifPresent(ui -> ui.navigate(
                ScheduleView.class,
                new RouteParameters("schedule", ScheduleView.NEW),
                ui.getActiveViewLocation().getQueryParameters().including(ChosenProject.PARAMETER)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("schedules.title") + " · Lintel";
    }
}
