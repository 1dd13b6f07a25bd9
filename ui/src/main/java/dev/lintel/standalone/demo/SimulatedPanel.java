package dev.lintel.standalone.demo;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import dev.lintel.domain.device.IssuedCredential;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<String, JsonNode> copies = new ConcurrentHashMap<>();
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
        client.publishes(MqttGlobalPublishFilter.ALL, this::received);
        return client.connectWith()
                .cleanStart(true)
                .keepAlive(20)
                .send()
                .thenCompose(connected -> client.subscribeWith()
                        .addSubscription(wanted("response"))
                        .addSubscription(wanted("command"))
                        .send())
                .thenCompose(subscribed -> client.publish(status(true)))
                .thenAccept(published -> {});
    }

    private void received(Mqtt5Publish message) {
        JsonNode told = JSON.readTree(message.getPayloadAsBytes());
        if (message.getTopic().toString().equals(topic("response"))) {
            answered.accept(told);
        } else if (told.path("command").asString("").equals("open")) {
            open(told);
        } else if (told.path("command").asString("").equals("copies")) {
            keep(told);
        }
    }

    /** Keeps what it is given for as long as it lives, and says so. */
    private void keep(JsonNode command) {
        List<Map<String, String>> stored = new ArrayList<>();
        List<Map<String, String>> forgotten = new ArrayList<>();
        command.path("store").forEach(copy -> {
            copies.put(name(copy), copy);
            stored.add(Map.of(
                    "kind", copy.path("kind").asString(""),
                    "id", copy.path("id").asString(""),
                    "digest", copy.path("digest").asString("")));
        });
        command.path("forget").forEach(copy -> {
            copies.remove(name(copy));
            forgotten.add(Map.of(
                    "kind",
                    copy.path("kind").asString(""),
                    "id",
                    copy.path("id").asString("")));
        });
        tell("copies", "copies_taken", Map.of("stored", stored, "forgotten", forgotten));
    }

    private static String name(JsonNode copy) {
        return copy.path("kind").asString("") + " " + copy.path("id").asString("");
    }

    private void open(JsonNode command) {
        boolean inTime =
                clock.instant().isBefore(Instant.parse(command.path("expires").asString("")));
        if (inTime) {
            tell("door_was_opened");
        }
        tell(
                "command",
                inTime ? "command_done" : "command_failed",
                Map.of("id", command.path("id").asString("")));
    }

    private Mqtt5Subscription wanted(String channel) {
        return Mqtt5Subscription.builder()
                .topicFilter(topic(channel))
                .qos(MqttQos.AT_LEAST_ONCE)
                .build();
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
        tell("access", code, Map.of("lock", 1));
    }

    private synchronized void tell(String category, String code, Map<String, Object> details) {
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
                        category,
                        "code",
                        code,
                        "info",
                        details));
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
