package dev.lintel.ui.device;

import dev.lintel.domain.device.DeviceStatus;
import dev.lintel.domain.group.GroupPage;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.group.GroupListTab;
import dev.lintel.ui.listing.ListDescription;
import dev.lintel.ui.listing.RecordLists;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The devices that stand in a group or below it. */
@Component
@Order(40)
class GroupDevicesTab extends GroupListTab<DeviceStatus> {
    private final ObjectProvider<DeviceColumns> columns;

    GroupDevicesTab(RecordLists lists, ObjectProvider<DeviceColumns> columns) {
        super(lists, "devices", Permission.DEVICE_VIEW);
        this.columns = columns;
    }

    @Override
    protected ListDescription<DeviceStatus> list(GroupPage group) {
        return columns.getObject().list(address(group));
    }
}
