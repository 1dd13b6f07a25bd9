package dev.lintel.domain.access;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.device.DeviceEvent;
import dev.lintel.domain.device.DeviceRegistry;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.site.Sites;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** On which day an identifier last opened a door, as the facts of the next request tell it. */
@Tag("RU-1")
class LastUsesIT extends DatabaseIT {
    /** Half past midnight in London, where it is summer. */
    private static final Instant MAY_FOURTH = Instant.parse("2026-05-03T23:30:00Z");

    @Autowired
    Sites sites;

    @Autowired
    AccessService access;

    @Autowired
    AccessDirectory directory;

    @Autowired
    SitesInForce inForce;

    @Autowired
    LastUses uses;

    @Autowired
    DeviceRegistry devices;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private String house = "";

    @BeforeEach
    void aHouse() throws IOException {
        house = UUID.randomUUID().toString();
        sites.load(Actor.server(), file(house(house)), false, progress -> {});
        clock.set(MAY_FOURTH);
    }

    @Test
    void isTheDayOfTheProjectAndSurvivesAStart() {
        assertThat(fact(ask("12345678", MAY_FOURTH)).used()).isNull();
        assertThat(fact(explain(MAY_FOURTH)).used()).isEqualTo(LocalDate.of(2026, 5, 4));
        assertThat(stored()).containsExactly(LocalDate.of(2026, 5, 4));

        inForce.load();

        assertThat(fact(explain(MAY_FOURTH)).used()).isEqualTo(LocalDate.of(2026, 5, 4));
        assertThat(fact(explain(MAY_FOURTH)).created())
                .isEqualTo(requireNonNull(jdbc.queryForObject(
                        "select (created at time zone 'Europe/London')::date from identifier where id = 'i1' and"
                                + " project_id = (select id from project where name = ?)",
                        LocalDate.class,
                        house)));
    }

    @Test
    void goesOnWithTheNextDayAndNeverBack() {
        ask("12345678", MAY_FOURTH);
        ask("12345678", MAY_FOURTH.plusSeconds(60));
        ask("12345678", MAY_FOURTH.plusSeconds(86_400));
        assertThat(stored()).containsExactly(LocalDate.of(2026, 5, 5));

        ask("12345678", MAY_FOURTH);
        assertThat(stored()).containsExactly(LocalDate.of(2026, 5, 5));
        assertThat(fact(explain(MAY_FOURTH)).used()).isEqualTo(LocalDate.of(2026, 5, 5));
    }

    @Test
    void whatWasDeniedIsNoUse() {
        access.ask(
                new AccessRequest(house + "-2", null, null, IdentifierType.CARD, "12345678", MAY_FOURTH),
                new RequestOrigin(Channel.REST, null, null));
        assertThat(stored()).isEmpty();
    }

    @Test
    void whatADeviceDecidedIsAUse() {
        devices.record(new DeviceEvent(
                house + "-1",
                "1",
                "access",
                "access_granted_by_valid_identifier",
                MAY_FOURTH,
                Map.of("card", "12345678", "lock", 1)));

        assertThat(stored()).hasSize(1);
        assertThat(fact(explain(MAY_FOURTH)).used()).isEqualTo(stored().getFirst());
    }

    @Test
    void whatWasToldWhileNobodyListenedIsCaughtUpWith() {
        jdbc.update(
                "insert into identifier_use_day select project_id, id, current_date from identifier"
                        + " where id = 'i1' and project_id = (select id from project where name = ?)",
                house);
        assertThat(fact(explain(MAY_FOURTH)).used()).isNull();

        uses.listening();

        assertThat(fact(explain(MAY_FOURTH)).used()).isEqualTo(stored().getFirst());
    }

    private List<LocalDate> stored() {
        return jdbc.queryForList(
                "select day from identifier_use_day where identifier_id = 'i1'"
                        + " and project_id = (select id from project where name = ?)",
                LocalDate.class,
                house);
    }

    private AccessAnswer ask(String card, Instant at) {
        return access.ask(request(card, at), new RequestOrigin(Channel.REST, null, null));
    }

    private AccessAnswer explain(Instant at) {
        return access.explain(request("12345678", at));
    }

    private AccessRequest request(String card, Instant at) {
        return new AccessRequest(house + "-1", "in", 1, IdentifierType.CARD, card, at);
    }

    private static IdentifierFact fact(AccessAnswer answer) {
        return requireNonNull(answer.facts().identifier());
    }
}
