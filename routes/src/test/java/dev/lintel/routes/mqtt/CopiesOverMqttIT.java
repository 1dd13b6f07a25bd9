package dev.lintel.routes.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.identifier.IdentifierDraft;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.Identifiers;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.sync.Parcels;
import dev.lintel.routes.RoutesIT;
import dev.lintel.routes.wire.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@Tag("AR-3")
@Tag("ID-3")
class CopiesOverMqttIT extends RoutesIT {
    @Autowired
    private Identifiers identifiers;

    @Autowired
    private Parcels parcels;

    private long seq;

    @Test
    void aPanelKeepsWhatOpensItsDoorAndHearsOfEachChange() throws Exception {
        long house = house("KEEP");
        try (Panel5 panel = new Panel5("KEEP-1", BROKER.port(), "command")) {
            panel.send("status", "online".getBytes(UTF_8));
            JsonNode first = copies(panel);
            assertThat(ids(first.get("store")))
                    .containsExactlyInAnyOrder("identifier i1", "identifier i2", "schedule s1");
            JsonNode card = stored(first, "i1");
            assertThat(card.get("value").stringValue()).isEqualTo("12345678");
            assertThat(card.get("rights").get(0).get("schedules").get(0).stringValue())
                    .isEqualTo("s1");
            take(panel, first);
            Awaitility.await().until(() -> parcels.next("KEEP-1").isEmpty());

            String added = identifiers
                    .create(Actor.server(), house, IdentifierDraft.of("u1", IdentifierType.CARD, "4711"), null)
                    .id();
            JsonNode second = copies(panel);
            assertThat(ids(second.get("store"))).containsExactly("identifier " + added);
        }
        try (Panel5 again = new Panel5("KEEP-1", BROKER.port(), "command")) {
            again.send("status", "offline".getBytes(UTF_8));
            again.send("status", "online".getBytes(UTF_8));
            JsonNode repeated = copies(again);
            assertThat(ids(repeated.get("store"))).as("it was not acknowledged").hasSize(1);
            take(again, repeated);
            Awaitility.await().until(() -> parcels.next("KEEP-1").isEmpty());
        }
    }

    private static JsonNode copies(Panel5 panel) throws Exception {
        JsonNode command = Json.read(panel.next().getPayloadAsBytes());
        while (!command.path("command").asString("").equals("copies")) {
            command = Json.read(panel.next().getPayloadAsBytes());
        }
        return command;
    }

    private static List<String> ids(JsonNode copies) {
        List<String> ids = new ArrayList<>();
        copies.forEach(copy ->
                ids.add(copy.get("kind").stringValue() + " " + copy.get("id").stringValue()));
        return ids;
    }

    private static JsonNode stored(JsonNode command, String id) {
        return command.get("store")
                .valueStream()
                .filter(copy -> copy.get("id").stringValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void take(Panel5 panel, JsonNode command) throws Exception {
        String stored = command.get("store")
                .valueStream()
                .map(copy -> """
                        {"kind":%s,"id":%s,"digest":%s}""".formatted(copy.get("kind"), copy.get("id"), copy.get("digest")))
                .collect(Collectors.joining(","));
        panel.send("event", """
                {"seq":%d,"at":"%s","category":"copies","code":"copies_taken","info":{"stored":[%s]}}""".formatted(++seq, Instant.now(), stored).getBytes(UTF_8));
    }
}
