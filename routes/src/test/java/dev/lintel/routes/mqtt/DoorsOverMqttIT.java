package dev.lintel.routes.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import dev.lintel.domain.access.AcsLog;
import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.permission.Actor;
import dev.lintel.routes.RoutesIT;
import dev.lintel.routes.wire.Json;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@Tag("DE-2")
class DoorsOverMqttIT extends RoutesIT {
    @Autowired
    private AcsLog log;

    @Autowired
    private JdbcTemplate jdbc;

    private Panel5 panel;

    @BeforeEach
    void connect() throws Exception {
        house("MQTT");
        panel = new Panel5("MQTT-1", BROKER.port());
    }

    @AfterEach
    void leave() {
        panel.close();
    }

    @Test
    void answersOnTheResponseTopicWithTheCorrelationData() throws Exception {
        panel.send("request", request("a1", "card", "12345678"), panel.topic("response"), "corr-1");
        Mqtt5Publish answer = panel.next();
        assertThat(answer.getCorrelationData().map(data -> UTF_8.decode(data).toString()))
                .contains("corr-1");
        JsonNode json = Json.read(answer.getPayloadAsBytes());
        assertThat(json.get("id").stringValue()).isEqualTo("a1");
        assertThat(entry(json).presented()).isEqualTo("12345678");
    }

    @Test
    void answersAClientOf311WithItsId() throws Exception {
        panel.send("request", request("b1", "card", "999"));
        JsonNode json = panel.nextJson();
        assertThat(json.get("id").stringValue()).isEqualTo("b1");
        assertThat(json.get("verdict").stringValue()).isEqualTo("deny");
        assertThat(json.get("reason").stringValue()).isEqualTo("unknown-identifier");
        assertThat(json.get("sentence").stringValue()).isEqualTo("uk:unknown-identifier");
    }

    @Test
    void answersADuplicateWithTheSameAnswerAndLogsItOnce() throws Exception {
        byte[] request = request("c1", "card", "12345678");
        panel.send("request", request);
        panel.send("request", request);
        JsonNode first = panel.nextJson();
        JsonNode second = panel.nextJson();
        assertThat(second.get("repeated").booleanValue()).isTrue();
        assertThat(second.get("logId").longValue()).isEqualTo(first.get("logId").longValue());
        assertThat(second.get("verdict")).isEqualTo(first.get("verdict"));
    }

    @Test
    void refusesWhatIsStaleAheadRetainedOrForeign() throws Exception {
        panel.send("request", request("d1", "card", "12345678", Instant.now().minusSeconds(40)));
        assertThat(refusal(panel.nextJson())).startsWith("at stale: ");
        panel.send("request", request("d2", "card", "12345678", Instant.now().plusSeconds(400)));
        assertThat(refusal(panel.nextJson())).startsWith("at in the future: ");
        panel.send("request", request("d3", "card", "12345678"), "acs/v1/MQTT-2/response", "x");
        assertThat(refusal(panel.nextJson())).startsWith("responseTopic must be the device's own");
    }

    @Test
    void survivesAStormOfNonsense() throws Exception {
        for (int i = 0; i < 300; i++) {
            panel.send("request", ("{\"id\":\"" + i + "\",\"identifier\":" + "[".repeat(i)).getBytes(UTF_8));
        }
        panel.send("request", new byte[70_000]);
        for (int i = 0; i < 301; i++) {
            assertThat(panel.nextJson().get("verdict").stringValue()).isEqualTo("deny");
        }
        panel.send("request", request("e1", "card", "12345678"));
        assertThat(panel.nextJson().get("id").stringValue()).isEqualTo("e1");
    }

    @Test
    void storesAnEventOnceAndAcknowledgesItEveryTime() throws Exception {
        byte[] events = """
                [{"seq":7,"at":"2026-11-01T08:00:00Z","category":"access","code":"door_was_opened","info":{"lock":1}},
                 {"seq":8,"at":"2026-11-01T08:00:05Z","category":"access","code":"door_was_closed"},
                 {"seq":9,"at":"2026-11-01T08:00:05Z","category":"access"}]""".getBytes(UTF_8);
        for (int i = 0; i < 2; i++) {
            panel.send("event", events);
            assertThat(panel.nextJson().get("ack").intValue()).isEqualTo(7);
            assertThat(panel.nextJson().get("ack").intValue()).isEqualTo(8);
            JsonNode refused = panel.nextJson();
            assertThat(refused.get("seq").intValue()).isEqualTo(9);
            assertThat(refused.get("error").get("field").stringValue()).isEqualTo("[2].code");
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from device_event where device_serial = 'MQTT-1'", Integer.class))
                .isEqualTo(2);
    }

    @Test
    void keepsRequestsAndSessionWhileTheBrokerRestarts() throws Exception {
        panel.close();
        BROKER.stop();
        BROKER.restart();
        panel = new Panel5("MQTT-1", BROKER.port());
        panel.send("request", request("f1", "card", "12345678"));
        assertThat(panel.nextJson().get("id").stringValue()).isEqualTo("f1");
    }

    private AcsLogEntry entry(JsonNode answer) {
        return log.get(Actor.server(), answer.get("logId").longValue())
                .orElseThrow()
                .entry();
    }

    private static String refusal(JsonNode answer) {
        assertThat(answer.get("verdict").stringValue()).isEqualTo("deny");
        assertThat(answer.get("reason").stringValue()).isEqualTo("refused");
        JsonNode error = answer.get("error");
        return error.get("field").stringValue() + " " + error.get("reason").stringValue();
    }

    private static byte[] request(String id, String type, String value) {
        return request(id, type, value, Instant.now());
    }

    private static byte[] request(String id, String type, String value, Instant at) {
        String text = """
                {"id":"%s","identifier":{"type":"%s","value":"%s"},"at":"%s","lang":"uk"}""";
        return text.formatted(id, type, value, at).getBytes(UTF_8);
    }
}
