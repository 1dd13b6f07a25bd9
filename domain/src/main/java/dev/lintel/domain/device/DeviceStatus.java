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
 * @param overMqtt false for one that was only heard of over HTTP; null when it was not heard of, or long ago
 * @param copies what it keeps for the time when it cannot ask
 */
public record DeviceStatus(
        long project,
        Device device,
        String displayName,
        String groupPath,
        @Nullable Boolean online,
        @Nullable Instant lastSeen,
        @Nullable Boolean overMqtt,
        Copies copies) {
    /**
     * How many identifiers a device keeps, or is to keep.
     *
     * @param waiting are still to be brought to it, or to be deleted there
     * @param failed were refused by it
     * @param inPlace are as they are to be
     */
    public record Copies(int waiting, int failed, int inPlace) {}

    /** How far a device has come with its copies, the worst of them counting. */
    public enum Stock {
        /** It has refused some. */
        FAILED,
        /** Some are on their way. */
        WAITING,
        /** Some should be, but it is only heard of over HTTP: none comes to it that way. */
        UNREACHABLE,
        /** All are in place. */
        IN_PLACE,
        /** There is nothing for it to keep. */
        NONE
    }

    public Stock stock() {
        if (copies.failed() > 0) {
            return Stock.FAILED;
        }
        if (copies.waiting() > 0) {
            return Boolean.FALSE.equals(overMqtt) ? Stock.UNREACHABLE : Stock.WAITING;
        }
        return copies.inPlace() > 0 ? Stock.IN_PLACE : Stock.NONE;
    }

    public Presence presence() {
        return Presence.of(online);
    }

    /** The same after it has come or gone. */
    public DeviceStatus after(Changed change) {
        return new DeviceStatus(
                project,
                device,
                displayName,
                groupPath,
                change.online(),
                change.online() ? change.at() : lastSeen,
                overMqtt,
                copies);
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
