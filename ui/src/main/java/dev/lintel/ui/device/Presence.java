package dev.lintel.ui.device;

import dev.lintel.domain.device.DeviceStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a device is there, as people ask for it. */
public enum Presence {
    ONLINE,
    OFFLINE,
    /** It has never been heard of. */
    NEVER;

    static Presence of(DeviceStatus status) {
        Boolean online = status.online();
        if (online == null) {
            return NEVER;
        }
        return online ? ONLINE : OFFLINE;
    }

    static Optional<Presence> of(String code) {
        return Arrays.stream(values())
                .filter(presence -> presence.code().equals(code))
                .findFirst();
    }

    /** As it stands in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
