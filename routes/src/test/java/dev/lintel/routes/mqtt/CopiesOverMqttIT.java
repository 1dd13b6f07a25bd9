package dev.lintel.routes.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.identifier.IdentifierDraft;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.Identifiers;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.schedule.Holiday;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.schedule.edit.ScheduleDraft;
import dev.lintel.domain.schedule.edit.Schedules;
import dev.lintel.domain.schedule.edit.StoredSchedule;
import dev.lintel.domain.schedule.holiday.CalendarDraft;
import dev.lintel.domain.schedule.holiday.HolidayCalendars;
import dev.lintel.domain.sync.OfflineSchedule;
import dev.lintel.domain.sync.Parcels;
import dev.lintel.routes.RoutesIT;
import dev.lintel.routes.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@Tag("AR-3")
@Tag("ID-3")
class CopiesOverMqttIT extends RoutesIT {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Autowired
    private Identifiers identifiers;

    @Autowired
    private Parcels parcels;

    @Autowired
    private Schedules schedules;

    @Autowired
    private HolidayCalendars calendars;

    private long seq;

    @Test
    void aPanelKeepsWhatOpensItsDoorAndHearsOfEachChange() throws Exception {
        long house = house("KEEP");
        String added;
        try (Panel5 panel = new Panel5("KEEP-1", BROKER.port(), "command")) {
            panel.send("status", "online".getBytes(UTF_8));
            Map<String, JsonNode> kept = new LinkedHashMap<>();
            while (!kept.keySet().containsAll(Set.of("identifier i1", "identifier i2", "schedule s1"))) {
                keep(panel, copies(panel), kept);
            }
            assertThat(kept).hasSize(3);
            JsonNode card = Objects.requireNonNull(kept.get("identifier i1"));
            assertThat(card.get("value").stringValue()).isEqualTo("12345678");
            assertThat(card.get("rights").get(0).get("schedules").get(0).stringValue())
                    .isEqualTo("s1");
            Awaitility.await().until(() -> parcels.next("KEEP-1").isEmpty());

            added = identifiers
                    .create(Actor.server(), house, IdentifierDraft.of("u1", IdentifierType.CARD, "4711"), null)
                    .id();
            Awaitility.await().until(() -> !parcels.next("KEEP-1").isEmpty());
            assertThat(ids(nextOf(panel, added).get("store"))).containsExactly("identifier " + added);
        }
        try (Panel5 again = new Panel5("KEEP-1", BROKER.port(), "command")) {
            again.send("status", "offline".getBytes(UTF_8));
            again.send("status", "online".getBytes(UTF_8));
            JsonNode repeated = nextOf(again, added);
            assertThat(ids(repeated.get("store"))).as("it was not acknowledged").containsExactly("identifier " + added);
            take(again, repeated);
            Awaitility.await().until(() -> parcels.next("KEEP-1").isEmpty());
        }
    }

    @Test
    @Tag("SC-2")
    void aHolidayThatIsEnteredClosesThePanelThatCannotAsk() throws Exception {
        long house = house("DAYS");
        StoredSchedule mornings = schedules.get(Actor.server(), house, "s1").orElseThrow();
        ScheduleDraft closed = ScheduleDraft.of(mornings.schedule());
        schedules.edit(
                Actor.server(),
                house,
                "s1",
                mornings.version(),
                new ScheduleDraft(
                        closed.name(),
                        closed.description(),
                        closed.start(),
                        closed.end(),
                        closed.allDay(),
                        closed.rrule(),
                        closed.timeZone(),
                        HolidayUse.EXCLUDED));
        LocalDate holiday = LocalDate.now(ZoneOffset.UTC).plusDays(200);
        Instant morning = holiday.atTime(10, 0).atZone(LONDON).toInstant();
        try (Panel5 panel = new Panel5("DAYS-1", BROKER.port(), "command")) {
            panel.send("status", "online".getBytes(UTF_8));
            Map<String, JsonNode> kept = new LinkedHashMap<>();
            while (!kept.keySet().containsAll(Set.of("identifier i1", "identifier i2", "schedule s1"))
                    || !parcels.next("DAYS-1").isEmpty()) {
                keep(panel, copies(panel), kept);
                Awaitility.await().until(() -> parcels.next("DAYS-1").isEmpty());
            }
            assertThat(kept("schedule s1", kept).isOpen(morning)).isTrue();

            calendars.create(
                    Actor.server(),
                    house,
                    new CalendarDraft("Bank holidays", List.of(new Holiday("Day", holiday, holiday, false)), null));
            JsonNode news = copies(panel);
            while (ids(news.get("store")).contains("identifier i1")) {
                news = copies(panel);
            }
            assertThat(ids(news.get("store"))).containsExactly("schedule s1");
            keep(panel, news, kept);
            assertThat(kept("schedule s1", kept).isOpen(morning)).isFalse();
            assertThat(kept("schedule s1", kept).isOpen(morning.plus(Duration.ofDays(1))))
                    .isTrue();
            Awaitility.await().until(() -> parcels.next("DAYS-1").isEmpty());
        }
    }

    private static OfflineSchedule kept(String name, Map<String, JsonNode> kept) {
        return new OfflineSchedule(Objects.requireNonNull(kept.get(name)));
    }

    /** The parcel with this identifier; whatever was acknowledged too late for the server not to repeat it is passed over. */
    private static JsonNode nextOf(Panel5 panel, String identifier) throws Exception {
        JsonNode command = copies(panel);
        while (!ids(command.get("store")).contains("identifier " + identifier)) {
            command = copies(panel);
        }
        return command;
    }

    /** Takes a parcel, which names no schedule that it does not bring and none before it brought. */
    private void keep(Panel5 panel, JsonNode command, Map<String, JsonNode> kept) {
        for (JsonNode copy : command.get("store")) {
            copy.path("rights").forEach(right -> right.get("schedules")
                    .forEach(schedule -> assertThat(kept).containsKey("schedule " + schedule.stringValue())));
            kept.put(name(copy), copy);
        }
        take(panel, command);
    }

    private static JsonNode copies(Panel5 panel) throws Exception {
        JsonNode command = Json.read(panel.next().getPayloadAsBytes());
        while (!command.path("command").asString("").equals("copies")) {
            command = Json.read(panel.next().getPayloadAsBytes());
        }
        return command;
    }

    private static String name(JsonNode copy) {
        return copy.get("kind").stringValue() + " " + copy.get("id").stringValue();
    }

    private static List<String> ids(JsonNode copies) {
        return copies.valueStream().map(CopiesOverMqttIT::name).toList();
    }

    private void take(Panel5 panel, JsonNode command) {
        String stored = command.get("store")
                .valueStream()
                .map(copy -> """
                        {"kind":%s,"id":%s,"digest":%s}""".formatted(copy.get("kind"), copy.get("id"), copy.get("digest")))
                .collect(Collectors.joining(","));
        panel.send("event", """
                {"seq":%d,"at":"%s","category":"copies","code":"copies_taken","info":{"stored":[%s]}}""".formatted(++seq, Instant.now(), stored).getBytes(UTF_8));
    }
}
