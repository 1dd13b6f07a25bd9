package dev.lintel.routes.mqtt;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A message from a device as it came.
 *
 * @param payload not yet looked at
 * @param responseTopic where an MQTT 5 client wants its answer
 * @param correlation what an MQTT 5 client wants to find in its answer
 * @param retained whether the broker repeats an old message to a new subscriber
 * @param crowded the device has more waiting than it may have; it is to be told so at once, without any work
 */
record DeviceMessage(
        AcsTopic topic,
        byte[] payload,
        @Nullable String responseTopic,
        @Nullable ByteBuffer correlation,
        boolean retained,
        boolean crowded) {

    String serial() {
        return topic.serial();
    }

    /** Answers go to the device's own response topic only; a device must not make the server write elsewhere. */
    boolean wantsForeignTopic() {
        return responseTopic != null
                && !responseTopic.equals(topic.with(AcsTopic.Channel.RESPONSE).toString());
    }

    DeviceReply reply(byte[] text) {
        return new DeviceReply(topic.with(AcsTopic.Channel.RESPONSE).toString(), text, correlation);
    }
}
