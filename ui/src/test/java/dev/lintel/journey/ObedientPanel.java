package dev.lintel.journey;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A panel that does what it is told on its topic for commands, and says so. */
final class ObedientPanel implements AutoCloseable {
    private final String topic;
    private final Mqtt5AsyncClient client;
    private final AtomicInteger opened = new AtomicInteger();

    ObedientPanel(String serial, String password, int port) {
        this.topic = "acs/v1/" + serial + "/";
        this.client = Mqtt5Client.builder()
                .identifier(serial)
                .serverHost("127.0.0.1")
                .serverPort(port)
                .simpleAuth()
                .username(serial)
                .password(password.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .buildAsync();
        client.publishes(MqttGlobalPublishFilter.ALL, this::told);
        client.connect().join();
        client.subscribeWith()
                .topicFilter(topic + "command")
                .qos(MqttQos.AT_LEAST_ONCE)
                .send()
                .join();
        publish("status", "{\"online\":true}", true);
    }

    private void told(Mqtt5Publish message) {
        JsonNode command = JsonMapper.shared().readTree(message.getPayloadAsBytes());
        if (command.path("command").asString("").equals("open")) {
            publish(
                    "event",
                    """
                    {"seq":%d,"at":"%s","category":"command","code":"command_done","info":{"id":"%s"}}""".formatted(
                                    opened.incrementAndGet(),
                                    Instant.now(),
                                    command.get("id").asString()),
                    false);
        }
    }

    /** Tells of something that happened to it. */
    void tell(int number, String category, String code) {
        publish("event", """
                {"seq":%d,"at":"%s","category":"%s","code":"%s","info":{}}""".formatted(number, Instant.now(), category, code), false);
    }

    /** How often it was told to open. */
    int opened() {
        return opened.get();
    }

    private void publish(String channel, String text, boolean retained) {
        client.publishWith()
                .topic(topic + channel)
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(retained)
                .payload(text.getBytes(StandardCharsets.UTF_8))
                .send();
    }

    @Override
    public void close() {
        client.disconnect().exceptionally(notConnected -> null).join();
    }
}
