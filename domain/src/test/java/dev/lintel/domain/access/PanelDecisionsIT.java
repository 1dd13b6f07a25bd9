package dev.lintel.domain.access;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.device.DeviceEvent;
import dev.lintel.domain.device.DeviceRegistry;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.site.Sites;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class PanelDecisionsIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();

    @Autowired
    Sites sites;

    @Autowired
    DeviceRegistry devices;

    @Autowired
    AcsLog log;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void aHouse() throws IOException {
        sites.load(SERVER, file(house("panel")), false, progress -> {});
    }

    @Test
    void entersOnceWhatADeviceDecided() {
        DeviceEvent event = event("7", "access_granted_by_valid_identifier", Map.of("card", "12345678", "lock", 1));

        devices.record(event);
        devices.record(event);

        AcsLogEntry entry = newest();
        assertThat(entry.verdict()).isEqualTo(Verdict.GRANT);
        assertThat(entry.reason()).isEqualTo(ReasonCode.DECIDED_BY_DEVICE);
        assertThat(entry.channel()).isEqualTo(Channel.DEVICE);
        assertThat(entry.type()).isEqualTo(IdentifierType.CARD);
        assertThat(entry.ownerName()).isEqualTo("Olena Коваль");
        assertThat(entry.locks()).containsExactly(1);
        assertThat(entry.deviceTime()).isEqualTo(event.deviceTime());
        assertThat(entry.at()).isEqualTo(SettableClock.START);
        assertThat(entries("7")).isEqualTo(1);
    }

    @Test
    void countsNoPassThatItDidNotGrant() {
        devices.record(event(
                "8",
                "access-granted",
                Map.of("identifier", Map.of("type", "access-code", "value", "4711"), "accessPoint", "in")));

        assertThat(newest().presented()).isEqualTo("••••");
        assertThat(newest().accessPoint()).isEqualTo("in");
        assertThat(jdbc.queryForList("select passes_used from identifier where id = 'i2'", Integer.class))
                .containsExactly(0);
    }

    @Test
    void eventAndEntryAreStoredBothOrNeither() {
        jdbc.execute("alter table acs_log rename to acs_log_away");
        DeviceEvent event = event("9", "access_denied_by_unknown_card", Map.of("card", "999"));
        try {
            assertThatThrownBy(() -> devices.record(event)).isInstanceOf(DataAccessException.class);
        } finally {
            jdbc.execute("alter table acs_log_away rename to acs_log");
        }

        assertThat(devices.record(event)).isTrue();
        assertThat(entries("9")).isEqualTo(1);
        assertThat(newest().verdict()).isEqualTo(Verdict.DENY);
    }

    private AcsLogEntry newest() {
        List<AcsLogEntry> entries = log.newest(SERVER, ListQuery.everything(log.listing()), 1);
        assertThat(entries).hasSize(1);
        return entries.getFirst();
    }

    private int entries(String key) {
        return jdbc.queryForList("select id from acs_log where event_key = ?", key)
                .size();
    }

    private static DeviceEvent event(String key, String code, Map<String, Object> details) {
        return new DeviceEvent("panel-1", key, "access", code, SettableClock.START.minus(Duration.ofHours(2)), details);
    }
}
