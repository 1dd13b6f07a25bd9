package dev.lintel.standalone.bench;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.wire.WireName;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Panels that ask together at an even rate, whether or not they have been answered. */
final class PanelCrowd implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final InstantSource CLOCK = InstantSource.system();
    private static final long PATIENCE_SECONDS = 30;

    private final List<Panel> panels = new ArrayList<>();
    private final ConcurrentLinkedQueue<Long> answered = new ConcurrentLinkedQueue<>();
    private volatile RoundTrips current = new RoundTrips(0);
    private volatile String run = "";
    private int runs;

    private PanelCrowd() {}

    private record Panel(String serial, Mqtt5AsyncClient client) {
        String topic(String channel) {
            return "acs/v1/" + serial + "/" + channel;
        }
    }

    static PanelCrowd connect(BenchServer server, List<Device> devices) throws Exception {
        PanelCrowd crowd = new PanelCrowd();
        for (Device device : devices) {
            crowd.connect(server, device.serial());
        }
        return crowd;
    }

    private void connect(BenchServer server, String serial) throws Exception {
        String password = server.devicePassword(serial);
        Mqtt5AsyncClient client = Mqtt5Client.builder()
                .identifier(serial)
                .serverHost("127.0.0.1")
                .serverPort(server.mqttPort())
                .simpleAuth()
                .username(serial)
                .password(password.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .buildAsync();
        client.publishes(
                MqttGlobalPublishFilter.ALL,
                message -> answered(JSON.readTree(message.getPayloadAsBytes())),
                Runnable::run);
        Panel panel = new Panel(serial, client);
        client.connect()
                .thenCompose(connected -> client.subscribeWith()
                        .topicFilter(panel.topic("response"))
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .send())
                .get();
        panels.add(panel);
    }

    /** Asks for so many seconds, and waits for the answers. */
    RoundTrips ask(int rate, int seconds, Supplier<Identifier> who) throws InterruptedException {
        RoundTrips trips = new RoundTrips(rate * seconds);
        current = trips;
        run = "run" + ++runs + "-";
        long start = System.nanoTime();
        for (int i = 0; i < trips.asked(); i++) {
            long due = start + i * 1_000_000_000L / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            trips.sent(i, due);
            send(panels.get(i % panels.size()), run + i, who.get());
        }
        trips.await(PATIENCE_SECONDS);
        return trips;
    }

    /** Numbers of all log entries that panels were told. */
    List<Long> answered() {
        return List.copyOf(answered);
    }

    private static void send(Panel panel, String id, Identifier identifier) {
        Map<String, Object> request = Map.of(
                "id", id,
                "identifier", Map.of("type", WireName.of(identifier.type()), "value", identifier.value()),
                "at", now());
        panel.client()
                .publishWith()
                .topic(panel.topic("request"))
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(JSON.writeValueAsBytes(request))
                .send();
    }

    private static String now() {
        return CLOCK.instant().toString();
    }

    private void answered(JsonNode answer) {
        String id = answer.path("id").asString("");
        if (answer.path("logId").isIntegralNumber()) {
            answered.add(answer.get("logId").longValue());
        }
        if (!run.isEmpty() && id.startsWith(run)) {
            boolean granted = answer.path("verdict").asString("").equals("grant");
            current.answered(Integer.parseInt(id.substring(run.length())), granted);
        }
    }

    @Override
    public void close() {
        panels.forEach(panel -> panel.client().disconnect().exceptionally(gone -> null));
    }
}
