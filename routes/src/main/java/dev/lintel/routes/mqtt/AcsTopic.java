package dev.lintel.routes.mqtt;

import dev.lintel.domain.wire.WireName;
import java.util.Locale;
import java.util.Optional;

/**
 * A topic of one device.
 *
 * @param serial the device's serial number: the third level of the topic
 */
record AcsTopic(String serial, Channel channel) {
    private static final String ROOT = "acs/v1";

    /** What the topics of a device are for. */
    enum Channel {
        /** Device to server, retained: whether the device is there. */
        STATUS,
        /** Device to server: what happened at the device. */
        EVENT,
        /** Device to server: may this identifier pass? */
        REQUEST,
        /** Server to device: answers and acknowledgements. */
        RESPONSE,
        /** Device to server, retained: how doors and locks stand. */
        STATE,
        /** Server to device: what it is to do. */
        COMMAND
    }

    /** Empty for a topic that is none of ours. */
    static Optional<AcsTopic> parse(String topic) {
        String[] levels = topic.split("/", -1);
        if (levels.length != 4 || !topic.startsWith(ROOT + "/") || levels[2].isEmpty()) {
            return Optional.empty();
        }
        return WireName.parse(Channel.class, levels[3])
                .map(channel -> new AcsTopic(levels[2], channel))
                .filter(parsed -> parsed.toString().equals(topic));
    }

    /** The filter that matches this channel of every device. */
    static String filter(Channel channel) {
        return ROOT + "/+/" + channel.name().toLowerCase(Locale.ROOT);
    }

    AcsTopic with(Channel other) {
        return new AcsTopic(serial, other);
    }

    @Override
    public String toString() {
        return ROOT + "/" + serial + "/" + channel.name().toLowerCase(Locale.ROOT);
    }
}
