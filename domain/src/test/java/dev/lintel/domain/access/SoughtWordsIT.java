package dev.lintel.domain.access;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.audit.seal.LogSealer;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.user.people.Deletions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class SoughtWordsIT extends DatabaseIT {
    @Autowired
    Sites sites;

    @Autowired
    AccessService access;

    @Autowired
    AcsLog log;

    @Autowired
    LogSealer sealer;

    @Autowired
    Deletions deletions;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private String house;
    private long project;
    private Actor concierge;

    @BeforeEach
    void passesOfAResidentAndOfAStranger() throws IOException {
        house = UUID.randomUUID().toString();
        sites.load(Actor.server(), file(house(house)), false, progress -> {});
        project = requireNonNull(jdbc.queryForObject("select id from project where name = ?", Long.class, house));
        concierge = TestActors.ofProject(project, Permission.ACS_LOG_VIEW);
        pass("12345678");
        pass("55500055");
        sealed();
    }

    @Test
    void findsByPartOfANameOrOfWhatWasPresentedWhetherOrNotItWasKnown() {
        assertThat(found("owner:has:коваль")).isEqualTo(1);
        assertThat(found("owner:is:OLENA КОВАЛЬ")).isEqualTo(1);
        assertThat(found("owner:has:nobody")).isZero();
        assertThat(found("identifier:has:3456")).isEqualTo(1);
        assertThat(found("identifier:has:50005")).isEqualTo(1);
        assertThat(found("identifier:is:i1")).isEqualTo(1);
        assertThat(found("identifier:has:7777")).isZero();
    }

    @Test
    void findsWhatIsNotSealedYet() {
        sealer.stop();
        try {
            pass("12345678");
            pass("66600066");
            assertThat(found("owner:has:коваль")).isEqualTo(2);
            assertThat(found("identifier:has:6660")).isEqualTo(1);
        } finally {
            sealer.start();
        }
    }

    @Test
    void findsByTheNameOfThatTimeAndByThatOfToday() {
        jdbc.update(
                "update acs_log set owner_name = 'Olena Former', sought_owner = 'olena former' where project_id = ?"
                        + " and owner_id is not null",
                project);
        jdbc.update(
                "update acs_log_word set sought = 'olena former' where project_id = ? and field = 'OWNER'", project);
        pass("12345678");
        sealed();

        assertThat(found("owner:has:former")).isEqualTo(1);
        assertThat(found("owner:has:коваль")).isEqualTo(1);
        assertThat(found("owner:has:olena")).isEqualTo(2);
    }

    @Test
    void whoIsErasedIsFoundByThePseudonymAlone() {
        deletions.erase(Actor.server(), project, Set.of("u1"));

        assertThat(found("owner:has:former person")).isEqualTo(1);
        assertThat(found("owner:has:коваль")).isZero();
        assertThat(jdbc.queryForList("select sought from acs_log_word where project_id = ?", String.class, project))
                .hasSize(2)
                .allSatisfy(word -> assertThat(word).contains("former person"));
    }

    private int found(String filter) {
        return log.page(concierge, QueryText.read(log.listing(), Map.of("filter", List.of(filter))), null, 10)
                .rows()
                .size();
    }

    private void pass(String card) {
        clock.forward(Duration.ofSeconds(1));
        access.ask(
                new AccessRequest(house + "-1", null, null, IdentifierType.CARD, card, clock.instant()),
                new RequestOrigin(Channel.MQTT, null, null));
    }

    private void sealed() {
        await().until(() -> requireNonNull(jdbc.queryForObject(
                        "select count(*) from log_waiting where log = 'ACS' and project = ?", Long.class, project))
                == 0);
    }
}
