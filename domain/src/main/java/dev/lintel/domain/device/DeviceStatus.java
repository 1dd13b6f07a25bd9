package dev.lintel.domain.device;

import dev.lintel.domain.permission.Reach;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device as lists show it.
 *
 * @param displayName the name, or what tells people which one it is when nobody named it
 * @param groupPath names from the root's child down to the device's group
 * @param online null when the device was never heard of
 * @param lastSeen the last sign of life
 */
public record DeviceStatus(
        long project,
        Device device,
        String displayName,
        String groupPath,
        @Nullable Boolean online,
        @Nullable Instant lastSeen) {
    public Presence presence() {
        return Presence.of(online);
    }

    /** The same after it has come or gone. */
    public DeviceStatus after(Changed change) {
        return new DeviceStatus(
                project, device, displayName, groupPath, change.online(), change.online() ? change.at() : lastSeen);
    }

    /**
     * Published when a device comes or goes.
     *
     * @param group where it stands
     * @param above ids of the groups above that
     */
    public record Changed(long project, String deviceId, String group, List<String> above, boolean online, Instant at) {
        public Changed {
            above = List.copyOf(above);
        }

        public boolean isWithin(Reach reach) {
            return reach.hasGroup(project, group, above);
        }
    }
}
