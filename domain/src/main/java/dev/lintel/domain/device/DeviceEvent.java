package dev.lintel.domain.device;

import java.time.Instant;
import java.util.Map;

/**
 * Something that a device tells of itself.
 *
 * @param key the device's own number of the event, or a hash over what makes it one event; stored once per device and key
 * @param code open list: an unknown code is kept, never refused
 * @param deviceTime the device's clock
 */
public record DeviceEvent(
        String serial, String key, String category, String code, Instant deviceTime, Map<String, Object> details) {
    public DeviceEvent {
        details = Map.copyOf(details);
    }

    /** Published with the transaction that stores an event for the first time; a listener that fails undoes both. */
    public record Recorded(DeviceEvent event) {}
}
