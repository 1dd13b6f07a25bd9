package dev.lintel.routes.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import dev.lintel.domain.access.VisitorDoors;
import dev.lintel.domain.access.VisitorDoors.Opening;
import dev.lintel.domain.device.DevicePresence;
import dev.lintel.domain.device.Presence;
import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.domain.guestpass.GuestPassDraft;
import dev.lintel.domain.guestpass.GuestPasses;
import dev.lintel.domain.guestpass.SharedPasses;
import dev.lintel.domain.permission.Actor;
import dev.lintel.routes.RoutesIT;
import dev.lintel.routes.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@Tag("GA-3")
class OpenOverMqttIT extends RoutesIT {
    @Autowired
    private GuestPasses passes;

    @Autowired
    private SharedPasses shared;

    @Autowired
    private VisitorDoors doors;

    @Autowired
    private DevicePresence presence;

    @Test
    void tellsThePanelToOpenAndWaitsForItsAnswer() throws Exception {
        long house = house("OPEN");
        GuestPass pass = passes.create(
                Actor.server(), house, GuestPassDraft.usual("u1", List.of("r1"), Locale.ENGLISH, Instant.now()));
        String secret = shared.secret(Actor.server(), house, pass.id());
        try (Panel5 panel = new Panel5("OPEN-1", BROKER.port(), "command")) {
            panel.send("status", "online".getBytes(UTF_8));
            Awaitility.await().until(() -> presence.of("OPEN-1") == Presence.ONLINE);

            CompletableFuture<Optional<Opening>> pressed =
                    CompletableFuture.supplyAsync(() -> doors.open(secret, "d1", null, "press"));
            Mqtt5Publish told = panel.next();
            JsonNode command = Json.read(told.getPayloadAsBytes());
            while (command.get("command").stringValue().equals("copies")) {
                // what it is to keep for itself is told whenever there is something
                told = panel.next();
                command = Json.read(told.getPayloadAsBytes());
            }
            assertThat(told.getTopic().toString()).isEqualTo("acs/v1/OPEN-1/command");
            assertThat(told.getMessageExpiryInterval().orElseThrow()).isBetween(1L, 10L);
            assertThat(command.get("command").stringValue()).isEqualTo("open");
            assertThat(command.get("locks").get(0).intValue()).isEqualTo(1);
            assertThat(Instant.parse(command.get("expires").stringValue())).isAfter(Instant.now());
            panel.send("event", """
                    {"seq":1,"at":"%s","category":"command","code":"command_done","info":{"id":"%s"}}""".formatted(Instant.now(), command.get("id").stringValue())
                    .getBytes(UTF_8));

            assertThat(pressed.get(20, TimeUnit.SECONDS)).contains(new Opening.Opened());
        }
    }
}
