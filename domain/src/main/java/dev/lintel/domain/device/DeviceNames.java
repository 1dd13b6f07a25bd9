package dev.lintel.domain.device;

import org.jspecify.annotations.Nullable;

/** What people call a device that nobody named. */
public final class DeviceNames {
    private DeviceNames() {}

    /** The name, or where it stands and what it is. */
    public static String of(Device device, @Nullable String groupName) {
        if (device.name() != null) {
            return device.name();
        }
        String what = device.model().isBlank() ? device.serial() : device.model();
        return groupName == null ? what : groupName + " · " + what;
    }
}
