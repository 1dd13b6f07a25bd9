package dev.lintel.domain.device;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.Tables;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.site.Sites;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RecordApplicationEvents
class DeviceRegistryIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();

    @Autowired
    Sites sites;

    @Autowired
    DeviceRegistry devices;

    @Autowired
    DeviceList list;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    ApplicationEvents events;

    @Test
    void callsDevicesThatNobodyNamedByWhereTheyStand() throws IOException {
        String text = house("list").replace("\"id\":\"g2\"", "\"id\":\"g10\"").replace("[\"g2\"]", "[\"g10\"]") + """
            {"kind":"group","id":"g3","parent":"g1","type":"floor","name":"Floor 10"}
            {"kind":"group","id":"g4","parent":"g1","type":"floor","name":"Floor 2"}
            {"kind":"group","id":"g5","parent":"g4","type":"apartment","name":"Flat 7"}
            {"kind":"device","id":"d3","group":"g3","type":"panel","model":"AA-07","serial":"list-3","locks":1}
            {"kind":"device","id":"d4","group":"g4","type":"panel","model":"AA-07","serial":"list-4","locks":1}
            {"kind":"device","id":"d5","group":"g5","type":"monitor","model":"AZ-07","serial":"list-5","locks":0}
            {"kind":"device","id":"d6","group":"g5","type":"monitor","model":"AZ-07","serial":"list-6","locks":0}
            """;
        long project = load(text.replace("\"group\":\"g2\"", "\"group\":\"g10\""));

        assertThat(find(SERVER, "project=" + project))
                .extracting(status -> status.groupPath() + " | " + status.displayName())
                .containsExactly(
                        "Floor 2 / Flat 7 | Flat 7 · AZ-07 · list-5",
                        "Floor 2 / Flat 7 | Flat 7 · AZ-07 · list-6",
                        "Floor 2 | Floor 2 · AA-07",
                        "Floor 10 | Floor 10 · AA-07",
                        "Flat 1 | Hall",
                        " | House · AA-12");
        assertThat(find(SERVER, "project=" + project, "group=g4", "words=az-07"))
                .extracting(status -> status.device().id())
                .containsExactly("d5", "d6");
    }

    @Test
    void showsDevicesOfVisibleProjectsOnly() throws IOException {
        long own = load(house("mine"));
        long foreign = load(house("theirs"));
        Actor guard = TestActors.ofProject(own, Permission.DEVICE_VIEW, Permission.DEVICE_EDIT);

        assertThat(find(guard))
                .extracting(status -> status.device().serial())
                .containsExactlyInAnyOrder("mine-1", "mine-2");
        assertThat(find(guard, "project=" + foreign)).isEmpty();
        assertThat(devices.issueCredential(guard, "theirs-1")).isEmpty();
        assertThatThrownBy(() -> find(TestActors.ofServer())).isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void knowsADeviceByItsNewestSecretsOnly() throws IOException {
        load(house("secret"));
        IssuedCredential first = devices.issueCredential(SERVER, "secret-1").orElseThrow();
        assertThat(devices.authenticate("secret-1", first.password())).isTrue();
        assertThat(devices.serialOfUrlToken(first.urlToken())).contains("secret-1");

        IssuedCredential second = devices.issueCredential(SERVER, "secret-1").orElseThrow();

        assertThat(devices.authenticate("secret-1", first.password())).isFalse();
        assertThat(devices.serialOfUrlToken(first.urlToken())).isEmpty();
        assertThat(devices.authenticate("secret-1", second.password())).isTrue();
        assertThat(devices.authenticate("secret-2", second.password())).isFalse();
        assertThat(devices.authenticate("nobody", second.password())).isFalse();
        assertThat(second.password()).hasSizeGreaterThanOrEqualTo(24).matches("[a-zA-Z2-9&&[^ilIO]]+");
    }

    @Test
    void keepsHashesOnly() throws IOException {
        load(house("hash"));

        IssuedCredential issued = devices.issueCredential(SERVER, "hash-1").orElseThrow();

        assertThat(Tables.rows(jdbc))
                .anyMatch(row -> row.contains("hash-1"))
                .noneMatch(row -> row.contains(issued.password()) || row.contains(issued.urlToken()));
    }

    @Test
    void aDeviceThatIsRemovedTakesItsSecretsWithIt() throws IOException {
        load(house("gone"));
        IssuedCredential issued = devices.issueCredential(SERVER, "gone-2").orElseThrow();
        devices.seen("gone-2", true);
        events.clear();

        sites.load(
                SERVER,
                file(house("gone")
                        .replaceAll("\\{\"kind\":\"device\",\"id\":\"d2\".*\n", "")
                        .replace("gone-1", "gone-3")),
                true,
                progress -> {});

        assertThat(devices.authenticate("gone-2", issued.password())).isFalse();
        assertThat(events.stream(CredentialEnded.class))
                .containsExactlyInAnyOrder(new CredentialEnded("gone-1"), new CredentialEnded("gone-2"));
        assertThat(devices.serialOfUrlToken(issued.urlToken())).isEmpty();
    }

    @Test
    void tellsWhenADeviceComesAndGoes() throws IOException {
        long project = load(house("life"));
        Instant start = clock.instant();
        assertThat(presence(project)).isEqualTo(Presence.NEVER);

        devices.seen("life-1", true);
        clock.forward(Duration.ofSeconds(10));
        devices.seen("life-1", true);
        devices.seen("life-1", false);
        devices.seen("nobody", true);

        assertThat(presence(project)).isEqualTo(Presence.OFFLINE);
        assertThat(find(SERVER, "project=" + project, "status=offline")).hasSize(1);
        assertThat(lastSeen(project)).isEqualTo(start);
        assertThat(events.stream(DeviceStatus.Changed.class))
                .containsExactly(
                        new DeviceStatus.Changed(project, "d1", "g1", List.of(), true, start),
                        new DeviceStatus.Changed(project, "d1", "g1", List.of(), false, start.plusSeconds(10)));
    }

    @Test
    void writesTheSignsOfLifeOfALivingDeviceNowAndThen() throws IOException {
        long project = load(house("often"));
        Instant start = clock.instant();

        devices.seen("often-1", true);
        clock.forward(Duration.ofSeconds(29));
        devices.seen("often-1", true);
        assertThat(lastSeen(project)).isEqualTo(start);

        clock.forward(Duration.ofSeconds(1));
        devices.seen("often-1", true);
        assertThat(lastSeen(project)).isEqualTo(start.plusSeconds(30));
    }

    @Test
    void storesAnEventOnceHoweverOftenItComes() throws IOException {
        load(house("event"));
        DeviceEvent event = new DeviceEvent(
                "event-1", "41", "system", "rebooted\0", SettableClock.START, Map.of("why", "power\0 \\u0000"));

        assertThat(devices.record(event)).isTrue();
        assertThat(devices.record(event)).isFalse();

        assertThat(jdbc.queryForList(
                        "select details ->> 'why' from device_event where code like 'rebooted_'", String.class))
                .containsExactly("power\uFFFD \\ufffd");
    }

    private long load(String text) throws IOException {
        return sites.load(SERVER, file(text), false, progress -> {}).project();
    }

    private Presence presence(long project) {
        return find(SERVER, "project=" + project, "id=d1").getFirst().presence();
    }

    private @Nullable Instant lastSeen(long project) {
        return find(SERVER, "project=" + project, "id=d1").getFirst().lastSeen();
    }

    /** @param parameters as an address has them */
    private List<DeviceStatus> find(Actor actor, String... parameters) {
        Map<String, List<String>> asked = Stream.of(parameters)
                .map(parameter -> parameter.split("=", 2))
                .collect(toMap(parts -> parts[0], parts -> List.of(parts[1])));
        return list.page(actor, QueryText.read(list.listing(), asked), null, 100)
                .rows();
    }
}
