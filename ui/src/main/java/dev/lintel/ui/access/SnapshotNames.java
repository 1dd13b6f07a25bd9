package dev.lintel.ui.access;

import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.device.DeviceNames;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.user.User;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The names in a site as it is now. */
record SnapshotNames(SiteSnapshot snapshot) implements Names {
    @Override
    public String site() {
        return snapshot.project().name();
    }

    @Override
    public ZoneId zone() {
        return snapshot.project().timeZone();
    }

    @Override
    public @Nullable String door(String id) {
        Device device = snapshot.device(id);
        return device == null ? null : DeviceNames.of(device, group(device.group()));
    }

    @Override
    public @Nullable String user(String id) {
        User user = snapshot.user(id);
        return user == null ? null : user.name();
    }

    @Override
    public @Nullable String restriction(String id) {
        AccessRestriction restriction = snapshot.restriction(id);
        return restriction == null ? null : restriction.name();
    }

    @Override
    public @Nullable String schedule(String id) {
        Schedule schedule = snapshot.schedule(id);
        return schedule == null ? null : schedule.name();
    }

    @Override
    public @Nullable String group(String id) {
        ObjectGroup group = snapshot.group(id);
        return group == null ? null : group.name();
    }

    @Override
    public @Nullable String groupPath(String id) {
        Deque<String> names = new ArrayDeque<>();
        ObjectGroup group = snapshot.group(id);
        while (group != null) {
            String parent = group.parent();
            if (parent != null || names.isEmpty()) {
                names.addFirst(group.name());
            }
            group = parent == null ? null : snapshot.group(parent);
        }
        return names.isEmpty() ? null : String.join(" › ", names);
    }
}
