package dev.lintel.domain.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an identifier opens at a device, as the device has to know it to decide by itself.
 *
 * @param accessPoint one direction; null is every one
 * @param lock number of the lock, from 1
 * @param schedules ids of schedules of which any will do, sorted; none is always
 */
public record OfflineRight(@Nullable String accessPoint, int lock, List<String> schedules) {
    public OfflineRight {
        schedules = List.copyOf(schedules);
    }
}
