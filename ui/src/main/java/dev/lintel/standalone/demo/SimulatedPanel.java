package dev.lintel.standalone.demo;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import dev.lintel.domain.device.IssuedCredential;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A panel as {@code asyncapi.yaml} describes it: it connects by MQTT 5 with a last will, asks at QoS 1, and tells events. */
final class SimulatedPanel {
    private static final JsonMapper JSON = new JsonMapper();

    private final String serial;
    private final InstantSource clock;
    private final Consumer<JsonNode> answered;
    private final Mqtt5AsyncClient client;
    private long lastNumber;

    /** @param answered is given every answer of the server */
    SimulatedPanel(
            String host, int port, IssuedCredential credential, InstantSource clock, Consumer<JsonNode> answered) {
        this.serial = credential.serial();
        this.clock = clock;
        this.answered = answered;
        this.client = Mqtt5Client.builder()
                .identifier(serial)
                .serverHost(host)
                .serverPort(port)
                .simpleAuth()
                .username(serial)
                .password(credential.password().getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .willPublish(status(false))
                .automaticReconnect()
                .initialDelay(1, TimeUnit.SECONDS)
                .maxDelay(30, TimeUnit.SECONDS)
                .applyAutomaticReconnect()
                .buildAsync();
    }

    String serial() {
        return serial;
    }

    CompletableFuture<Void> comeOnline() {
        // what listens ends with each disconnection
        client.publishes(
                MqttGlobalPublishFilter.ALL, message -> answered.accept(JSON.readTree(message.getPayloadAsBytes())));
        return client.connectWith()
                .cleanStart(true)
                .keepAlive(20)
                .send()
                .thenCompose(connected -> client.subscribeWith()
                        .topicFilter(topic("response"))
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .send())
                .thenCompose(subscribed -> client.publish(status(true)))
                .thenAccept(published -> {});
    }

    /** As if its cable were pulled: the broker publishes the last will. */
    void goOffline() {
        client.disconnectWith()
                .reasonCode(Mqtt5DisconnectReasonCode.DISCONNECT_WITH_WILL_MESSAGE)
                .send()
                .exceptionally(alreadyGone -> null);
    }

    boolean isOnline() {
        return client.getState().isConnected();
    }

    /** @param lock from 1 */
    void ask(String id, Pass pass) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("id", id);
        request.put("accessPoint", "in");
        request.put("lock", pass.lock());
        request.put("identifier", Map.of("type", pass.type(), "value", pass.value()));
        request.put("at", clock.instant().toString());
        publish("request", request);
    }

    void tell(String code) {
        long number = Math.max(clock.millis(), lastNumber + 1);
        lastNumber = number;
        publish(
                "event",
                Map.of(
                        "seq",
                        number,
                        "at",
                        clock.instant().toString(),
                        "category",
                        "access",
                        "code",
                        code,
                        "info",
                        Map.of("lock", 1)));
    }

    private void publish(String channel, Map<String, Object> content) {
        client.publishWith()
                .topic(topic(channel))
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(JSON.writeValueAsBytes(content))
                .responseTopic(topic("response"))
                .messageExpiryInterval(channel.equals("request") ? 10 : 3600)
                .send()
                .exceptionally(offline -> null);
    }

    private Mqtt5Publish status(boolean online) {
        return Mqtt5Publish.builder()
                .topic(topic("status"))
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(true)
                .payload(JSON.writeValueAsBytes(Map.of("online", online)))
                .build();
    }

    private String topic(String channel) {
        return "acs/v1/" + serial + "/" + channel;
    }
}
