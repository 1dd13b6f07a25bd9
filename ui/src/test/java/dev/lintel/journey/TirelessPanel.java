package dev.lintel.journey;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A panel that asks and tells all the time, repeats what was not answered, as panels do, and notes every answer. It
 * connects again by itself whenever the server has gone.
 */
final class TirelessPanel implements AutoCloseable {
    private static final long REPEAT_AFTER_MILLIS = 1_000;
    private static final int UNANSWERED_AT_MOST = 40;

    private final JsonMapper json = new JsonMapper();
    private final String serial;
    private final Mqtt5AsyncClient client;
    private final Thread work;
    private final AtomicInteger answers = new AtomicInteger();
    private final Map<String, Sent> unanswered = new ConcurrentHashMap<>();
    private final Set<String> acknowledgedEvents = ConcurrentHashMap.newKeySet();
    private final Set<String> answeredRequests = ConcurrentHashMap.newKeySet();
    private final Set<String> answeredLogIds = ConcurrentHashMap.newKeySet();
    private volatile boolean working = true;

    private record Sent(String channel, String payload, long at) {}

    TirelessPanel(String serial, String password, int port) {
        this.serial = serial;
        this.client = Mqtt5Client.builder()
                .identifier(serial)
                .serverHost("127.0.0.1")
                .serverPort(port)
                .automaticReconnect()
                .initialDelay(100, TimeUnit.MILLISECONDS)
                .maxDelay(500, TimeUnit.MILLISECONDS)
                .applyAutomaticReconnect()
                .simpleAuth()
                .username(serial)
                .password(password.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .addConnectedListener(connected -> subscribe())
                .buildAsync();
        client.publishes(MqttGlobalPublishFilter.ALL, this::hear);
        client.connect();
        this.work = Thread.ofPlatform().name("tireless-panel").start(this::work);
    }

    /** Waits until the server has answered so many more times. */
    void awaitMoreAnswers(int more) throws InterruptedException {
        int wanted = answers.get() + more;
        for (int tries = 0; tries < 1_200; tries++) {
            if (answers.get() >= wanted) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("the server does not answer the panel");
    }

    /** Sends nothing more, and waits for the answers that are still to come. */
    void rest() throws InterruptedException {
        working = false;
        work.join();
        TimeUnit.SECONDS.sleep(2);
    }

    Set<String> acknowledgedEvents() {
        return Set.copyOf(acknowledgedEvents);
    }

    Set<String> answeredRequests() {
        return Set.copyOf(answeredRequests);
    }

    /** Log id and verdict of each answer. */
    Set<String> answeredLogIds() {
        return Set.copyOf(answeredLogIds);
    }

    private void subscribe() {
        client.subscribeWith()
                .topicFilter("acs/v1/" + serial + "/response")
                .qos(MqttQos.AT_LEAST_ONCE)
                .send();
    }

    private void work() {
        for (int number = 1; working; number++) {
            if (unanswered.size() < UNANSWERED_AT_MOST) {
                ask(number);
                tell(number);
            }
            long now = System.nanoTime();
            unanswered.forEach((key, sent) -> repeat(key, sent, now));
            pause();
        }
    }

    private void ask(int number) {
        String id = "r" + number;
        send(id, new Sent("request", """
                {"id":"%s","identifier":{"type":"access-code","value":"4321"},"at":"%s"}""".formatted(id, Instant.now()), System.nanoTime()));
    }

    private void tell(int number) {
        send("e" + number, new Sent("event", """
                {"seq":%d,"category":"info","code":"device_booted","at":"%s"}""".formatted(number, Instant.now()), System.nanoTime()));
    }

    private void repeat(String key, Sent sent, long now) {
        if (TimeUnit.NANOSECONDS.toMillis(now - sent.at()) > REPEAT_AFTER_MILLIS) {
            send(key, new Sent(sent.channel(), sent.payload(), now));
        }
    }

    private void send(String key, Sent sent) {
        unanswered.put(key, sent);
        if (client.getState().isConnected()) {
            client.publishWith()
                    .topic("acs/v1/" + serial + "/" + sent.channel())
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(sent.payload().getBytes(StandardCharsets.UTF_8))
                    .send();
        }
    }

    private void hear(Mqtt5Publish message) {
        JsonNode answer = json.readTree(message.getPayloadAsBytes());
        if (answer.has("ack")) {
            String number = answer.get("ack").asString();
            acknowledgedEvents.add(number);
            unanswered.remove("e" + number);
            answers.incrementAndGet();
        } else if (answer.has("id")) {
            String id = answer.get("id").asString();
            unanswered.remove(id);
            if (answer.has("logId")) {
                answeredRequests.add(id);
                answeredLogIds.add(answer.get("logId").asString() + " "
                        + answer.get("verdict").asString().toUpperCase(java.util.Locale.ROOT));
                answers.incrementAndGet();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        working = false;
        work.join();
        client.disconnect();
    }
}
