package dev.lintel.standalone.broker;

import java.util.Set;

/**
 * Which topics are a device's own. The broker names topics as addresses: {@code acs/v1/S-1/event} is
 * {@code acs.v1.S-1.event}, and a dot or wildcard character of the topic itself is escaped with a backslash.
 */
final class DeviceTopics {
    private static final Set<String> WRITTEN_BY_DEVICE = Set.of("status", "event", "request", "state");
    private static final Set<String> READ_BY_DEVICE = Set.of("response", "command");
    /** Where the broker keeps the last retained message of an address. */
    private static final String RETAINED = "$sys.mqtt.retain.";

    private DeviceTopics() {}

    static boolean mayWrite(String serial, String address) {
        return isOwn(serial, address, WRITTEN_BY_DEVICE);
    }

    static boolean mayRead(String serial, String address) {
        return isOwn(serial, address, READ_BY_DEVICE);
    }

    private static boolean isOwn(String serial, String address, Set<String> leaves) {
        String plain = address.startsWith(RETAINED) ? address.substring(RETAINED.length()) : address;
        String own = "acs.v1." + escaped(serial) + ".";
        return plain.startsWith(own) && leaves.contains(plain.substring(own.length()));
    }

    private static String escaped(String serial) {
        return serial.replaceAll("[.*#\\\\]", "\\\\$0");
    }
}
