package dev.lintel.ui.device;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import dev.lintel.domain.device.DeviceRegistry;
import dev.lintel.domain.device.DeviceStatus;
import dev.lintel.domain.group.GroupNode;
import dev.lintel.domain.group.GroupPage;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.group.GroupTab;
import dev.lintel.ui.i18n.Messages;
import java.util.List;
import org.springframework.core.annotation.Order;

/** The devices that stand in a group. */
@org.springframework.stereotype.Component
@Order(40)
class GroupDevicesTab implements GroupTab {
    private final DeviceRegistry devices;

    GroupDevicesTab(DeviceRegistry devices) {
        this.devices = devices;
    }

    @Override
    public String path() {
        return "devices";
    }

    @Override
    public String caption() {
        return "group.devicesTab";
    }

    @Override
    public boolean isFor(Actor actor, GroupPage group) {
        return actor.may(Permission.DEVICE_VIEW);
    }

    @Override
    public Component content(Actor actor, GroupPage page) {
        GroupNode group = page.node();
        List<DeviceStatus> here = devices.list(actor, group.project()).stream()
                .filter(status -> status.device().group().equals(group.id()))
                .toList();
        Grid<DeviceStatus> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(DeviceStatus::displayName)
                .setHeader(grid.getTranslation("device.name"))
                .setFlexGrow(2);
        grid.addColumn(status -> status.device().serial()).setHeader(grid.getTranslation("device.serial"));
        grid.addColumn(status -> grid.getTranslation(Messages.keyOf(Presence.of(status))))
                .setHeader(grid.getTranslation("device.status"));
        grid.setItems(here);
        grid.setEmptyStateComponent(
                new EmptyState(grid.getTranslation("group.noDevices"), grid.getTranslation("group.noDevicesText")));
        return grid;
    }
}
