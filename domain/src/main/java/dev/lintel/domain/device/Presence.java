package dev.lintel.domain.device;

import org.jspecify.annotations.Nullable;

/** Whether a device is there, as people ask for it. */
public enum Presence {
    ONLINE,
    OFFLINE,
    /** It has never been heard of. */
    NEVER;

    /** @param online null when it was never heard of */
    static Presence of(@Nullable Boolean online) {
        if (online == null) {
            return NEVER;
        }
        return online ? ONLINE : OFFLINE;
    }
}
