package dev.lintel.domain.device;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device at a door or in an apartment.
 *
 * @param group id of the group in which it stands
 * @param name what people call it; null when nobody named it
 * @param serial unique on the server, the device's name in every protocol
 * @param locks how many locks it drives, numbered from 1; 0 for a monitor
 * @param position where it stands; null when nobody said
 * @param tags short words by which people tell devices from each other, in lower case, sorted, none twice
 */
public record Device(
        String id,
        String group,
        DeviceType type,
        @Nullable String name,
        String model,
        String serial,
        int locks,
        @Nullable Position position,
        List<String> tags) {
    /** The most locks that a device may have: a panel with an expander drives eight (BAS-IP SH-42). */
    public static final int MOST_LOCKS = 8;

    public static final int MOST_TAGS = 20;
    public static final int LONGEST_TAG = 40;

    @SuppressWarnings("NullAway") // changes that an earlier version stored know no tags
    public Device {
        tags = tags == null ? List.of() : tags.stream().distinct().sorted().toList();
    }

    /** One of which nobody said where it stands. */
    public Device(
            String id, String group, DeviceType type, @Nullable String name, String model, String serial, int locks) {
        this(id, group, type, name, model, serial, locks, null, List.of());
    }

    /** Whether it is a door to people: a monitor opens nothing. */
    public boolean hasLock() {
        return locks > 0;
    }

    /** The same at another place; null is at none that anybody knows. */
    public Device at(@Nullable Position other) {
        return new Device(id, group, type, name, model, serial, locks, other, tags);
    }

    /** The same with other tags. */
    public Device tagged(List<String> other) {
        return new Device(id, group, type, name, model, serial, locks, position, other);
    }
}
