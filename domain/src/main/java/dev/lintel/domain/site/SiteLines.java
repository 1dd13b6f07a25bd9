package dev.lintel.domain.site;

import static java.util.stream.Collectors.toMap;

import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.user.User;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** On which lines of a file records stand, for what is found wrong only beside what is stored. */
final class SiteLines {
    private final Map<String, Integer> groups;
    private final Map<String, Integer> users;
    private final Map<String, Integer> serials;
    private final Map<String, Integer> identifiers;

    private SiteLines(
            Map<String, Integer> groups,
            Map<String, Integer> users,
            Map<String, Integer> serials,
            Map<String, Integer> identifiers) {
        this.groups = groups;
        this.users = users;
        this.serials = serials;
        this.identifiers = identifiers;
    }

    /** Of a file that is right in itself. */
    static SiteLines of(SiteRecords records) {
        return new SiteLines(
                lines(records.groups, ObjectGroup::id),
                lines(records.users, User::id),
                lines(records.devices, Device::serial),
                lines(records.identifiers, Identifier::id));
    }

    private static <T> Map<String, Integer> lines(List<SiteRecords.At<T>> records, Function<T, String> key) {
        return records.stream().collect(toMap(at -> key.apply(at.record()), SiteRecords.At::line));
    }

    /** From 1. */
    int ofGroup(String id) {
        return groups.getOrDefault(id, 0);
    }

    int ofUser(String id) {
        return users.getOrDefault(id, 0);
    }

    /** Of the device with a serial number. */
    int ofSerial(String serial) {
        return serials.getOrDefault(serial, 0);
    }

    int ofIdentifier(String id) {
        return identifiers.getOrDefault(id, 0);
    }
}
