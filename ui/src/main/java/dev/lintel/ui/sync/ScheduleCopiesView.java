package dev.lintel.ui.sync;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.device.DeviceList;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.schedule.edit.ScheduleList;
import dev.lintel.domain.sync.ScheduleCopyList;
import dev.lintel.domain.sync.ScheduleCopyRow;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.listing.ListColumn;
import dev.lintel.ui.listing.ListDescription;
import dev.lintel.ui.listing.RecordLists;
import dev.lintel.ui.listing.ReferenceChoices;
import dev.lintel.ui.listing.ReferenceChoices.Choice;
import dev.lintel.ui.schedule.SchedulesView;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;

/** Which schedules are at which devices, or on their way to them, and how far devices know the holidays. */
@Route(value = ScheduleCopiesView.PATH, layout = MainLayout.class)
@PermitAll
public class ScheduleCopiesView extends Div implements HasDynamicTitle {
    public static final String PATH = "schedule-copies";

    private static final long serialVersionUID = 1L;

    private final transient Moments moments;

    ScheduleCopiesView(
            ScheduleCopyList copies,
            DeviceList devices,
            ScheduleList schedules,
            RecordLists lists,
            Messages messages,
            CurrentActor current) {
        Actor actor = current.get();
        actor.requireReach(Permission.SCHEDULE_VIEW);
        actor.requireReach(Permission.DEVICE_VIEW);
        this.moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
        ReferenceChoices ofDevices = ReferenceChoices.of(
                devices,
                actor,
                "words",
                "id",
                status -> new Choice(status.device().id(), status.displayName()));
        ReferenceChoices ofSchedules = ReferenceChoices.of(
                schedules, actor, "name", "id", schedule -> new Choice(schedule.id(), schedule.name()));
        addClassName("list-view");
        add(
                new ViewHeader(getTranslation("scheduleCopy.title"), CopyPages.toIdentifiers(this, actor)),
                new Paragraph(getTranslation("scheduleCopy.about")),
                lists.of(ListDescription.of(PATH, "scheduleCopy", copies, ScheduleCopiesView::key, columns())
                                .searching("name")
                                .leadingTo(row -> SchedulesView.path(row.project(), row.schedule()))
                                .choosing("device", ofDevices)
                                .choosing("schedule", ofSchedules))
                        .nothingYet(
                                new EmptyState(getTranslation("copy.noneTitle"), getTranslation("scheduleCopy.none"))));
    }

    /** Whether there is anything here for somebody. */
    public static boolean isFor(Actor actor) {
        return actor.may(Permission.DEVICE_VIEW) && actor.may(Permission.SCHEDULE_VIEW);
    }

    private static Object key(ScheduleCopyRow row) {
        return row.project() + "/" + row.copy().device() + "/" + row.schedule();
    }

    private List<ListColumn<ScheduleCopyRow>> columns() {
        return List.of(
                ListColumn.of("name", ScheduleCopyRow::name).grow(3),
                ListColumn.<ScheduleCopyRow>of("deviceName", row -> row.copy().deviceName())
                        .grow(3),
                CopyPages.state(moments, ScheduleCopyRow::copy),
                ListColumn.of("holidays", ScheduleCopyRow::holidays),
                ListColumn.of("holidaysUntil", ScheduleCopiesView::until),
                ListColumn.<ScheduleCopyRow>of("changed", row -> row.copy().changed())
                        .hidden(),
                ListColumn.<ScheduleCopyRow>of("acknowledged", row -> row.copy().acknowledged()),
                ListColumn.<ScheduleCopyRow>of("problem", row -> row.copy().problem()));
    }

    private static String until(ScheduleCopyRow row) {
        LocalDate until = row.holidaysUntil();
        return until == null ? "" : until.toString();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("scheduleCopy.title") + " · Lintel";
    }
}
