package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.DeviceFact;
import dev.lintel.domain.access.UnknownFactException;
import dev.lintel.domain.access.Way;
import dev.lintel.domain.device.DeviceType;
import dev.lintel.domain.group.GroupType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * At which doors a policy holds. Of each part one choice must fit, and a part without any fits every door.
 *
 * @param groups ids of groups; the device stands in one of them or in a group below
 * @param groupTypes what the group stands for in which the device stands: a floor, an apartment
 * @param devices ids of devices
 * @param accessPoint the direction, as a request names it; null is every one, and those that name none
 * @param tags of which the device has one
 * @param sparesWayOut whether it leaves those alone who go out, as far as the name of the direction tells
 */
public record PolicyDoors(
        List<String> groups,
        Set<GroupType> groupTypes,
        List<String> devices,
        Set<DeviceType> deviceTypes,
        @Nullable String accessPoint,
        Set<String> tags,
        boolean sparesWayOut) {
    public static final PolicyDoors EVERY = new PolicyDoors(List.of(), Set.of(), List.of(), Set.of(), null);

    @SuppressWarnings("NullAway") // what is not said in JSON is nothing chosen
    public PolicyDoors {
        groups = groups == null ? List.of() : List.copyOf(groups);
        groupTypes = groupTypes == null ? Set.of() : Set.copyOf(groupTypes);
        devices = devices == null ? List.of() : List.copyOf(devices);
        deviceTypes = deviceTypes == null ? Set.of() : Set.copyOf(deviceTypes);
        tags = tags == null ? Set.of() : Set.copyOf(tags);
    }

    /** Whatever the tags of the devices are. */
    public PolicyDoors(
            List<String> groups,
            Set<GroupType> groupTypes,
            List<String> devices,
            Set<DeviceType> deviceTypes,
            @Nullable String accessPoint) {
        this(groups, groupTypes, devices, deviceTypes, accessPoint, Set.of());
    }

    /** Whichever way people go. */
    public PolicyDoors(
            List<String> groups,
            Set<GroupType> groupTypes,
            List<String> devices,
            Set<DeviceType> deviceTypes,
            @Nullable String accessPoint,
            Set<String> tags) {
        this(groups, groupTypes, devices, deviceTypes, accessPoint, tags, false);
    }

    /** Whether it is every door. */
    public boolean isEvery() {
        return equals(EVERY);
    }

    /**
     * Whether the door asked for is one of them; never when there is no such door.
     *
     * @throws UnknownFactException when the facts do not tell what is asked
     */
    public boolean fit(AccessFacts facts) {
        DeviceFact device = facts.device();
        return device != null && haveDevice(device) && fitDirection(facts.accessPoint());
    }

    /** Whether the direction is one of theirs, at whichever device. */
    public boolean fitDirection(@Nullable String direction) {
        return (accessPoint == null || accessPoint.equals(direction))
                && !(sparesWayOut && Way.of(direction) == Way.OUT);
    }

    /** Whether a device is one of them, in one direction at least. */
    public boolean haveDevice(DeviceFact device) {
        return (groups.isEmpty() || device.groups().stream().anyMatch(groups::contains))
                && (groupTypes.isEmpty() || device.groupType() != null && groupTypes.contains(device.groupType()))
                && (devices.isEmpty() || devices.contains(device.id()))
                && (deviceTypes.isEmpty() || deviceTypes.contains(device.type()))
                && (tags.isEmpty() || fitTags(device));
    }

    /** Whether a device has one of the tags. */
    public boolean fitTags(DeviceFact device) {
        List<String> known = device.tags();
        if (known == null) {
            throw new UnknownFactException("which tags the device has");
        }
        return known.stream().anyMatch(tags::contains);
    }
}
