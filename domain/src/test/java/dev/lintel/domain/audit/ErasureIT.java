package dev.lintel.domain.audit;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.access.AccessAnswer;
import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AccessService;
import dev.lintel.domain.access.AcsLog;
import dev.lintel.domain.access.Channel;
import dev.lintel.domain.access.RecordedDecision;
import dev.lintel.domain.access.RequestOrigin;
import dev.lintel.domain.audit.seal.ChainReport;
import dev.lintel.domain.audit.seal.LogVerification;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.permission.ActivityNoted;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Deed;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.user.people.Deletions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Olena, who lives in the house, has a card, an account, and was edited and named by others, is erased. */
class ErasureIT extends DatabaseIT {
    private static final List<String> OLENA = List.of("olena", "Olena", "ковал", "Ковал", "12345678", "192.0.2.9");

    @Autowired
    Sites sites;

    @Autowired
    AccessService access;

    @Autowired
    AccessDecisionPoint decisionPoint;

    @Autowired
    AcsLog acsLog;

    @Autowired
    Deletions deletions;

    @Autowired
    LogVerification verification;

    @Autowired
    RecentErasures recent;

    @Autowired
    SettableClock clock;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcTemplate jdbc;

    private String house;
    private long project;
    private long attempt;

    @BeforeEach
    void traces() throws IOException {
        for (String table : List.of("acs_log", "audit_entry", "log_seal", "log_chain", "log_waiting")) {
            jdbc.execute("truncate " + table);
        }
        house = UUID.randomUUID().toString();
        sites.load(Actor.server(), file(house(house)), false, progress -> {});
        project = requireNonNull(jdbc.queryForObject("select id from project where name = ?", Long.class, house));
        jdbc.update("""
                insert into account (login, password_hash, must_change_password, locale, project_id, person_id)
                values (?, '', false, 'en', ?, 'u1')""", "olena-" + house, project);
        long account =
                requireNonNull(jdbc.queryForObject("select id from account where project_id = ?", Long.class, project));
        Actor olena = new Actor("olena-" + house, account, Set.of(), null, "192.0.2.9");
        attempt = pass();
        changed(
                Actor.server(),
                "user",
                "u1",
                "Olena Коваль",
                Map.of("name", "Olena Бойко"),
                Map.of("name", "Olena Коваль"));
        changed(Actor.server(), "identifier", "i1", "Card 12345678", Map.of(), Map.of("value", "12345678"));
        changed(
                Actor.server(),
                "group",
                "g2",
                "Flat 1",
                Map.of("people", "Ivan"),
                Map.of("people", "Ivan, Olena Коваль"));
        changed(olena, "group", "g2", "Flat 1", Map.of("note", "a"), Map.of("note", "b"));
        events.publishEvent(new ActivityNoted(
                olena, null, Deed.LOGGED_IN, "account", Long.toString(account), olena.name(), Map.of()));
        await().untilAsserted(() -> assertThat(reports()).allMatch(report -> report.waiting() == 0));
    }

    @Test
    void nothingOfThePersonIsLeftInTheLogs() {
        deleteByErasure();

        assertThat(logs()).isNotEmpty().allSatisfy(row -> assertThat(row).doesNotContain(OLENA));
        assertThat(logs())
                .filteredOn(row -> row.contains("Ivan, former person"))
                .hasSize(1);
    }

    @Test
    void theSamePseudonymStandsEverywhere() {
        deleteByErasure();

        AuditEntry recorded = jdbc.query("select * from audit_entry where action = 'ERASED'", AuditStore.ENTRY)
                .getFirst();
        assertThat(recorded.recordName()).matches("former person [0-9A-F]{4}");
        assertThat(recorded.after()).containsEntry("acs-log", "1");
        assertThat(acsLog.get(Actor.server(), attempt).orElseThrow().entry().ownerName())
                .isEqualTo(recorded.recordName());
        assertThat(jdbc.queryForList("select distinct actor from audit_entry", String.class))
                .containsExactlyInAnyOrder("server", recorded.recordName());
    }

    @Test
    void everyChainStaysWhole() {
        deleteByErasure();

        assertThat(reports()).hasSize(3).allMatch(ChainReport::isWhole);
        await().untilAsserted(() -> assertThat(reports()).allMatch(report -> report.waiting() == 0));
        assertThat(reports()).allMatch(ChainReport::isWhole);
    }

    @Test
    void twoWhoAreNamedInOneEntryCanBothBeErased() {
        changed(Actor.server(), "group", "g2", "Flat 1", Map.of("people", "Olena Коваль"), Map.of());
        jdbc.update("insert into person values (?, 'u9', 'Ivan', null, 'user', false)", project);

        deleteByErasure();
        erase("u9");

        assertThat(logs()).filteredOn(row -> row.contains("Ivan")).isEmpty();
        assertThat(reports()).allMatch(ChainReport::isWhole);
    }

    @Test
    void whoIsOnlyDeletedStaysReadable() {
        deletions.delete(Actor.server(), project, List.of("u1"));

        assertThat(acsLog.get(Actor.server(), attempt).orElseThrow().entry().ownerName())
                .isEqualTo("Olena Коваль");
    }

    @Test
    void theSaltIsGone() {
        deleteByErasure();

        assertThat(entries("salt is null")).hasSizeGreaterThan(5).isEqualTo(entries("erasure is not null"));
    }

    private List<String> entries(String condition) {
        return jdbc.queryForList(
                "select chain || ' ' || entry from log_seal where " + condition + " order by chain, entry",
                String.class);
    }

    @Test
    void theDecisionCanStillBeReplayed() {
        deleteByErasure();

        RecordedDecision recorded = acsLog.get(Actor.server(), attempt).orElseThrow();
        assertThat(decisionPoint.decide(recorded.facts())).isEqualTo(recorded.decision());
    }

    /** Doors commit by themselves; this pass is committed with the transaction around it. */
    private void passLikeTheAttempt() {
        jdbc.update("""
                with passed as (
                    insert into acs_log overriding system value
                    select (jsonb_populate_record(a, jsonb_build_object(
                        'id', nextval(pg_get_serial_sequence('acs_log', 'id')), 'type', 'CARD', 'request_id', null))).*
                    from acs_log a where id = ?
                    returning id, project_id, at)
                insert into log_waiting (log, project, entry, since) select 'ACS', project_id, id, at from passed
                """, attempt);
    }

    @Test
    void aPassThatIsCommittedJustAfterTheErasureGetsThePseudonymBeforeItIsSealed() throws Exception {
        CountDownLatch decided = new CountDownLatch(1);
        CountDownLatch erased = new CountDownLatch(1);
        try (ExecutorService door = Executors.newSingleThreadExecutor()) {
            Future<?> passing = door.submit(() -> transactions.executeWithoutResult(status -> {
                passLikeTheAttempt();
                changed(Actor.server(), "group", "g2", "Flat 1", Map.of(), Map.of("people", "Olena Коваль"));
                decided.countDown();
                awaitUninterruptibly(erased);
            }));
            decided.await();
            assertThat(logs()).filteredOn(row -> row.contains("CARD")).isEmpty();
            deleteByErasure();
            erased.countDown();
            passing.get();
        }

        await().untilAsserted(() -> assertThat(reports()).allMatch(report -> report.waiting() == 0));
        assertThat(jdbc.queryForObject("select count(*) from acs_log where type = 'CARD'", Long.class))
                .isEqualTo(1);
        assertThat(logs()).allSatisfy(row -> assertThat(row).doesNotContain(OLENA));
        assertThat(reports()).allMatch(ChainReport::isWhole);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whoWasErasedIsForgottenAfterAnHourThoughNothingIsSealedAnyMore() {
        deleteByErasure();
        recent.forgetOld();
        assertThat(remembered()).isEqualTo(1);

        clock.forward(Duration.ofMinutes(61));
        recent.forgetOld();

        assertThat(remembered()).isZero();
        clock.set(SettableClock.START);
    }

    private int remembered() {
        return requireNonNull(jdbc.queryForObject(
                "select count(*) from recent_erasure where project_id = ?", Integer.class, project));
    }

    @Test
    void anErasureThatIsUndoneChangesNothing() {
        List<String> before = logs();

        transactions.executeWithoutResult(status -> {
            deleteByErasure();
            status.setRollbackOnly();
        });

        assertThat(logs()).isEqualTo(before);
    }

    @Test
    void whoErasesMustBeAllowedTo() {
        Actor guard = new Actor("guard", Set.of(Permission.USER_VIEW));

        assertThatThrownBy(() -> deletions.erase(guard, project, List.of("u1")))
                .isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void aForgedErasureIsFoundByTheSealedEntryThatItLacks() {
        deleteByErasure();
        jdbc.update("update audit_entry set action = 'EDITED' where action = 'ERASED'");

        assertThat(reports()).anyMatch(report -> report.chain().equals("acs:" + project) && !report.isWhole());
    }

    private void deleteByErasure() {
        erase("u1");
    }

    private void erase(String person) {
        deletions.erase(Actor.server(), project, List.of(person));
    }

    private void changed(
            Actor by, String kind, String id, String name, Map<String, String> before, Map<String, String> after) {
        events.publishEvent(new RecordChanged(by, project, kind, id, name, before, after));
    }

    private long pass() {
        return requireNonNull(ask(IdentifierType.ACCESS_CODE, "4711").logId());
    }

    private AccessAnswer ask(IdentifierType type, String value) {
        return access.ask(
                new AccessRequest(house + "-1", null, null, type, value, SettableClock.START),
                new RequestOrigin(Channel.MQTT, null, null));
    }

    private List<String> logs() {
        return Stream.of("acs_log", "audit_entry")
                .flatMap(log ->
                        jdbc.queryForList("select t::text from " + log + " t order by id", String.class).stream())
                .toList();
    }

    private List<ChainReport> reports() {
        return verification.verify(Actor.server(), List.of(), progress -> {});
    }
}
