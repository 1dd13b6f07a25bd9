package dev.lintel.ui.device;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import dev.lintel.domain.device.DeviceStatus;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.listing.RecordList;
import dev.lintel.ui.listing.RecordLists;
import dev.lintel.ui.live.Batch;
import dev.lintel.ui.live.LiveFeed;
import jakarta.annotation.security.PermitAll;

/** The devices, and live whether they are there. */
@Route(value = DeviceListView.PATH, layout = MainLayout.class)
@PermitAll
public class DeviceListView extends Div implements HasDynamicTitle {
    public static final String PATH = "devices";

    private static final long serialVersionUID = 1L;

    private final transient LiveFeed feed;
    private final transient Actor actor;
    private final RecordList<DeviceStatus> list;

    DeviceListView(LiveFeed feed, RecordLists lists, DeviceColumns columns, CurrentActor current) {
        this.feed = feed;
        this.actor = current.get();
        actor.requireReach(Permission.DEVICE_VIEW);
        this.list = lists.of(columns.list(PATH))
                .nothingYet(new EmptyState(getTranslation("device.noneTitle"), getTranslation("device.noneText")));
        addClassName("list-view");
        Button events = new Button(
                getTranslation("deviceEvent.title"), VaadinIcon.LIST.create(), click -> getUI().ifPresent(ui ->
                        ui.navigate(
                                DeviceEventsView.class,
                                ui.getActiveViewLocation().getQueryParameters().including(ChosenProject.PARAMETER))));
        add(new ViewHeader(getTranslation("device.title"), events), list);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        Registration following = feed.devices()
                .follow(attach.getUI(), change -> change.isWithin(actor.reach(Permission.DEVICE_VIEW)), this::show);
        addDetachListener(detach -> {
            detach.unregisterListener();
            following.remove();
        });
    }

    /** What happened is shown where it happened; rows that no longer match stay until somebody asks again. */
    private void show(Batch<DeviceStatus.Changed> news) {
        news.items()
                .forEach(change -> list.change(
                        DeviceColumns.id(change.project(), change.deviceId()), status -> status.after(change)));
        if (news.missed() > 0) {
            list.reload();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("device.title") + " · Lintel";
    }
}
