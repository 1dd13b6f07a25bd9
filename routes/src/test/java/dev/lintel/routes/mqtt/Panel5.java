package dev.lintel.routes.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import dev.lintel.routes.wire.Json;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A panel that speaks MQTT 5, played by a test. */
final class Panel5 implements AutoCloseable {
    private final String serial;
    private final Mqtt5BlockingClient client;
    private final Mqtt5BlockingClient.Mqtt5Publishes received;

    Panel5(String serial, int port) {
        this(serial, port, "response");
    }

    /** @param channel that it listens to */
    Panel5(String serial, int port, String channel) {
        this.serial = serial;
        this.client = Mqtt5Client.builder()
                .identifier(serial)
                .serverHost("127.0.0.1")
                .serverPort(port)
                .buildBlocking();
        this.received = client.publishes(MqttGlobalPublishFilter.ALL);
        client.connect();
        client.subscribeWith()
                .topicFilter(topic(channel))
                .qos(MqttQos.AT_LEAST_ONCE)
                .send();
    }

    String topic(String channel) {
        return "acs/v1/" + serial + "/" + channel;
    }

    void send(String channel, byte[] payload) {
        send(channel, payload, null, null);
    }

    void send(String channel, byte[] payload, @Nullable String responseTopic, @Nullable String correlation) {
        client.publishWith()
                .topic(topic(channel))
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload)
                .responseTopic(responseTopic)
                .correlationData(correlation == null ? null : correlation.getBytes(UTF_8))
                .send();
    }

    /** The next message of the server, waited for. */
    Mqtt5Publish next() throws InterruptedException {
        return received.receive(20, TimeUnit.SECONDS).orElseThrow(() -> new AssertionError("the server says nothing"));
    }

    JsonNode nextJson() throws InterruptedException {
        return Json.read(next().getPayloadAsBytes());
    }

    Optional<Mqtt5Publish> nothingFor(long millis) throws InterruptedException {
        return received.receive(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        received.close();
        client.disconnect();
    }
}
