package dev.lintel.journey;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A panel that asks, once, in the very moment in which somebody lets it in. */
final class HastyPanel implements AutoCloseable {
    private static final long RETRY_MILLIS = 10;

    private final String topic;
    private final Mqtt5AsyncClient client;
    private final CompletableFuture<String> answer = new CompletableFuture<>();

    /** Begins to knock. */
    HastyPanel(String serial, String password, int port) {
        this.topic = "acs/v1/" + serial + "/";
        this.client = Mqtt5Client.builder()
                .identifier(serial)
                .serverHost("127.0.0.1")
                .serverPort(port)
                .automaticReconnect()
                .initialDelay(RETRY_MILLIS, TimeUnit.MILLISECONDS)
                .maxDelay(RETRY_MILLIS, TimeUnit.MILLISECONDS)
                .applyAutomaticReconnect()
                .simpleAuth()
                .username(serial)
                .password(password.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .buildAsync();
        client.publishes(
                MqttGlobalPublishFilter.ALL,
                message -> answer.complete(new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8)));
        client.connect().thenRun(this::ask);
    }

    private void ask() {
        client.subscribeWith()
                .topicFilter(topic + "response")
                .qos(MqttQos.AT_LEAST_ONCE)
                .send();
        client.publishWith()
                .topic(topic + "request")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload("""
                        {"id":"r1","identifier":{"type":"access-code","value":"1"},"at":"%s"}""".formatted(Instant.now()).getBytes(StandardCharsets.UTF_8))
                .send();
    }

    /** What it was told. */
    String answer() throws Exception {
        return answer.get(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        client.disconnect().exceptionally(notConnected -> null).join();
    }
}
