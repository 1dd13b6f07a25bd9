package dev.lintel.ui.device;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import dev.lintel.domain.group.GroupPage;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.group.GroupTab;
import dev.lintel.ui.listing.RecordLists;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;

/** The devices that stand in a group or below it. */
@org.springframework.stereotype.Component
@Order(40)
class GroupDevicesTab implements GroupTab {
    private final RecordLists lists;
    private final ObjectProvider<DeviceColumns> columns;

    GroupDevicesTab(RecordLists lists, ObjectProvider<DeviceColumns> columns) {
        this.lists = lists;
        this.columns = columns;
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
        UI ui = UI.getCurrentOrThrow();
        return lists.of(columns.getObject().list(address(page)))
                .within("project", Long.toString(page.node().project()))
                .within("group", page.node().id())
                .nothingYet(
                        new EmptyState(ui.getTranslation("group.noDevices"), ui.getTranslation("group.noDevicesText")));
    }
}
