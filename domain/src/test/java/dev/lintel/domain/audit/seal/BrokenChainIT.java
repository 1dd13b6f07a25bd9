package dev.lintel.domain.audit.seal;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AccessService;
import dev.lintel.domain.access.Channel;
import dev.lintel.domain.access.RequestOrigin;
import dev.lintel.domain.audit.seal.Fault.Kind;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.site.Sites;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A chain of nine passes, broken by hand in the database in every way that comes to mind. */
class BrokenChainIT extends DatabaseIT {
    private static final int PASSES = 9;

    @Autowired
    Sites sites;

    @Autowired
    AccessService access;

    @Autowired
    LogVerification verification;

    @Autowired
    Chains chains;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    SettableClock clock;

    @Autowired
    HikariDataSource pool;

    @Autowired
    JdbcTemplate jdbc;

    private String house;
    private long project;
    private long chain;
    private long first;

    @BeforeEach
    void nineSealedPasses() throws IOException {
        house = UUID.randomUUID().toString();
        project = sites.load(Actor.server(), file(house(house)), false, progress -> {})
                .project();
        project = number("select id from project where name = ?", house);
        for (int i = 0; i < PASSES; i++) {
            pass();
        }
        await().untilAsserted(() -> assertThat(report().seals()).isEqualTo(PASSES));
        assertThat(report().fault()).isNull();
        chain = number("select id from log_chain where log = 'ACS' and project = ?", project);
        first = number("select min(id) from acs_log where project_id = ?", project);
    }

    @Test
    void aChangedColumn() {
        jdbc.update("update acs_log set verdict = 'DENY', locks = '{}' where id = ?", first + 4);

        assertThat(fault()).isEqualTo(new Fault(Kind.CHANGED, 5, first + 4, List.of("outcome")));
    }

    @Test
    void everyColumnIsSealed() {
        List<String> columns = jdbc.queryForList("""
                select column_name from information_schema.columns
                where table_name = 'acs_log' and column_name <> 'id'""", String.class);
        assertThat(columns).hasSizeGreaterThan(20);
        jdbc.queryForList(
                        "select conname from pg_constraint where conrelid = 'acs_log'::regclass and contype = 'c'",
                        String.class)
                .forEach(check -> jdbc.execute("alter table acs_log drop constraint " + check));
        for (String column : columns) {
            assertThat(changed(column)).as(column).isNotNull().matches(fault -> fault.number() == 5);
        }
    }

    /** What is found when the value of a column becomes another one; afterwards it is as before. */
    private @Nullable Fault changed(String column) {
        jdbc.execute("create table kept as select * from acs_log where id = " + (first + 4));
        jdbc.update("update acs_log set " + column + " = " + another(column) + " where id = ?", first + 4);
        Fault fault = report().fault();
        jdbc.update("update acs_log e set " + column + " = k." + column + " from kept k where e.id = k.id");
        jdbc.execute("drop table kept");
        assertThat(report().fault()).isNull();
        return fault;
    }

    /** Statements that the connections have prepared by now do not survive another type of a column. */
    private void forgetPlans() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    private String another(String column) {
        String type = requireNonNull(jdbc.queryForObject(
                "select format_type(atttypid, null) from pg_attribute"
                        + " where attrelid = 'acs_log'::regclass and attname = ?",
                String.class,
                column));
        return switch (type) {
            case "text" -> "coalesce(" + column + ", '') || 'x'";
            case "timestamp with time zone" -> "coalesce(" + column + ", at) + interval '1 microsecond'";
            case "bigint", "integer" -> "coalesce(" + column + ", 0) + 1";
            case "integer[]" -> column + " || 7";
            case "text[]" -> column + " || 'x'::text";
            case "jsonb" -> "jsonb_set(" + column + ", '{extra}', '1')";
            default -> throw new AssertionError(type);
        };
    }

    @Test
    void anEditInsideOfTheFacts() {
        jdbc.update("update acs_log set facts = jsonb_set(facts, '{holder,suspended}', 'true') where id = ?", first);

        assertThat(fault()).isEqualTo(new Fault(Kind.CHANGED, 1, first, List.of("grounds")));
    }

    @Test
    void anotherSpellingOfTheSameFactsIsNoChange() {
        jdbc.execute("alter table acs_log alter column facts type json using facts::json");
        forgetPlans();
        jdbc.update("""
                update acs_log set facts = (
                    select json_object_agg(key, value order by key desc) from json_each(facts))""");

        assertThat(fault()).isNull();

        jdbc.execute("alter table acs_log alter column facts type jsonb using facts::jsonb");
        forgetPlans();
    }

    @Test
    void anEntryDeletedFromTheMiddle() {
        jdbc.update("delete from acs_log where id = ?", first + 3);

        assertThat(fault()).isEqualTo(Fault.of(Kind.MISSING, 4, first + 3));
    }

    @Test
    void anEntryDeletedFromTheMiddleWithItsSeal() {
        jdbc.update("delete from acs_log where id = ?", first + 3);
        jdbc.update("delete from log_seal where chain = ? and number = 4", chain);

        assertThat(fault()).isEqualTo(Fault.of(Kind.MISSING, 4, null));
    }

    @Test
    void anEntryDeletedFromTheMiddleAndTheGapClosed() {
        jdbc.update("delete from acs_log where id = ?", first + 3);
        jdbc.update("delete from log_seal where chain = ? and number = 4", chain);
        moveUp(5, -1);

        assertThat(fault()).isEqualTo(Fault.of(Kind.MISSING, 4, null));
    }

    @Test
    void theNewestDeletedWithTheirSeals() {
        jdbc.update("delete from acs_log where id >= ? and project_id = ?", first + 6, project);
        jdbc.update("delete from log_seal where chain = ? and number >= 7", chain);

        assertThat(fault()).isEqualTo(Fault.of(Kind.CUT_OFF, 7, null));
    }

    @Test
    void theNewestDeletedAndTheHeadSetBackIsSeenByWhoKeptTheHead() {
        ChainReport before = report();
        jdbc.update("delete from acs_log where id >= ? and project_id = ?", first + 6, project);
        jdbc.update("delete from log_seal where chain = ? and number >= 7", chain);
        jdbc.update("""
                update log_chain c set number = 6, hash = s.hash from log_seal s
                where s.chain = c.id and s.number = 6 and c.id = ?""", chain);

        assertThat(fault()).isNull();
        assertThat(fault(new ExpectedHead(before.chain(), before.seals(), before.head())))
                .isEqualTo(Fault.of(Kind.CUT_OFF, 7, null));
    }

    @Test
    void aWholeChainMadeAnewIsSeenByWhoKeptTheHead() {
        ChainReport before = report();
        jdbc.update("update acs_log set verdict = 'DENY', locks = '{}' where id = ?", first + 4);
        jdbc.update("delete from log_seal where chain = ?", chain);
        jdbc.update("delete from log_chain where id = ?", chain);
        jdbc.update("""
                insert into log_waiting (log, project, entry, since)
                select 'ACS', project_id, id, at from acs_log where project_id = ?""", project);
        await().untilAsserted(() -> assertThat(report().seals()).isEqualTo(PASSES));

        assertThat(fault()).isNull();
        assertThat(fault(new ExpectedHead(before.chain(), before.seals(), before.head())))
                .isEqualTo(Fault.of(Kind.NOT_AS_EXPECTED, PASSES, first + 8));
    }

    @Test
    void theWholeChainDeletedWithItsEntries() {
        ChainReport before = report();
        jdbc.update("delete from acs_log where project_id = ?", project);
        jdbc.update("delete from log_seal where chain = ?", chain);
        jdbc.update("delete from log_chain where id = ?", chain);

        assertThat(fault(new ExpectedHead(before.chain(), before.seals(), before.head())))
                .isEqualTo(Fault.of(Kind.CUT_OFF, 1, null));
    }

    @Test
    void twoEntriesSwapped() {
        jdbc.execute("alter table acs_log alter column id set generated by default");
        jdbc.update("update acs_log set id = -id where id = ?", first + 2);
        jdbc.update("update acs_log set id = ? where id = ?", first + 2, first + 6);
        jdbc.update("update acs_log set id = ? where id = -?::bigint", first + 6, first + 2);

        assertThat(fault()).isEqualTo(new Fault(Kind.CHANGED, 3, first + 2, List.of("attempt", "grounds")));
    }

    @Test
    void twoSealsSwapped() {
        swap(3, 7);

        assertThat(fault()).isEqualTo(Fault.of(Kind.REORDERED, 3, first + 6));
    }

    @Test
    void twoNeighbouringSealsSwapped() {
        swap(3, 4);

        assertThat(fault()).isEqualTo(Fault.of(Kind.REORDERED, 3, first + 3));
    }

    @Test
    void anEntryInsertedWithoutASeal() {
        long forged = copy(first + 1);

        assertThat(fault()).isEqualTo(Fault.of(Kind.INSERTED, 0, forged));
    }

    @Test
    void anEntryInsertedWithASealOfItsOwnRightHash() {
        long forged = copy(first + 1);
        moveUp(5, 1);
        forgeSeal(5, forged);

        assertThat(fault()).isEqualTo(Fault.of(Kind.INSERTED, 5, forged));
    }

    @Test
    void anEntryAppendedWithASealOfItsOwnRightHash() {
        long forged = copy(first + 1);
        forgeSeal(PASSES + 1, forged);

        assertThat(fault()).isEqualTo(Fault.of(Kind.INSERTED, PASSES + 1, forged));
    }

    @Test
    void anEntryChangedTogetherWithItsSeal() {
        jdbc.update("update acs_log set owner_name = 'Nobody' where id = ?", first + 4);
        jdbc.update("delete from log_seal where chain = ? and number = 5", chain);
        forgeSeal(5, first + 4);

        assertThat(fault()).isEqualTo(Fault.of(Kind.CHANGED, 5, first + 4));
    }

    @Test
    void aSealChanged() {
        jdbc.update("update log_seal set hash = sha256(hash) where chain = ? and number = 5", chain);

        assertThat(fault()).isEqualTo(Fault.of(Kind.SEAL_CHANGED, 5, first + 4));
    }

    @Test
    void personalFieldsErasedWithoutARecord() {
        jdbc.update("update acs_log set owner_name = 'former person 0000' where id = ?", first + 4);
        jdbc.update("update log_seal set salt = null where chain = ? and number = 5", chain);

        assertThat(fault()).isEqualTo(Fault.of(Kind.ERASED_UNRECORDED, 5, first + 4));
    }

    @Test
    void anEntryMovedToAnotherProject() {
        jdbc.update("update acs_log set project_id = 4711 where id = ?", first + 4);

        assertThat(fault()).isEqualTo(new Fault(Kind.CHANGED, 5, first + 4, List.of("attempt")));
    }

    /** The column came when entries were sealed already. */
    @Test
    void aFlagThatNoPolicyGave() {
        jdbc.update("update acs_log set flags = '{mine}' where id = ?", first + 4);

        assertThat(fault()).isEqualTo(new Fault(Kind.CHANGED, 5, first + 4, List.of("outcome")));
    }

    @Test
    void anEntryThatWaitsForItsSealForMoreThanAMinute() {
        transactions.executeWithoutResult(held -> {
            chains.hold(SealedLog.ACS, project);
            elsewhere(this::pass);
            assertThat(fault()).isNull();
            assertThat(report().waiting()).isEqualTo(1);

            clock.forward(Duration.ofSeconds(61));
            assertThat(fault()).isEqualTo(Fault.of(Kind.UNSEALED, 0, first + 9));
        });
        await().untilAsserted(() -> assertThat(report().waiting()).isZero());
        assertThat(fault()).isNull();
    }

    /** In a transaction of its own. */
    private static void elsewhere(Runnable task) {
        CompletableFuture.runAsync(task).join();
    }

    private void pass() {
        clock.forward(Duration.ofSeconds(1));
        access.ask(
                new AccessRequest(house + "-1", null, null, IdentifierType.CARD, "12345678", clock.instant()),
                new RequestOrigin(Channel.MQTT, null, null));
    }

    private ChainReport report(ExpectedHead... expected) {
        return report(Stretch.SEALS, expected);
    }

    /** @param stretch how many seals are walked by themselves */
    private ChainReport report(long stretch, ExpectedHead... expected) {
        return verification.verify(Actor.server(), List.of(expected), progress -> {}, stretch).stream()
                .filter(report -> report.chain().equals("acs:" + project))
                .findFirst()
                .orElseThrow();
    }

    /** The same wherever the chain is cut into stretches. */
    private @Nullable Fault fault(ExpectedHead... expected) {
        Fault fault = report(expected).fault();
        assertThat(report(1, expected).fault()).isEqualTo(fault);
        assertThat(report(4, expected).fault()).isEqualTo(fault);
        return fault;
    }

    private long copy(long entry) {
        return number("""
                insert into acs_log (project_id, at, channel, device_serial, device_id, type, presented, verdict, reason,
                    locks, restrictions, rule_version, sought_owner, sought_identifier, facts, decision)
                select project_id, at, channel, device_serial, device_id, type, presented, verdict, reason,
                    locks, restrictions, rule_version, sought_owner, sought_identifier, facts, decision
                from acs_log where id = ? returning id""", entry);
    }

    /** A seal that follows its predecessor as it should. */
    private void forgeSeal(long number, long entry) {
        byte[] previous = requireNonNull(jdbc.queryForObject(
                "select hash from log_seal where chain = ? and number = ?", byte[].class, chain, number - 1));
        byte[] salt = new byte[16];
        byte[] parts = requireNonNull(jdbc.queryForObject(
                "select * from acs_log where id = ?", (row, index) -> SealedLog.ACS.parts(row, salt), entry));
        Seal seal = Seal.after(previous, number, entry, parts, salt, null);
        jdbc.update(
                "insert into log_seal values (?, ?, ?, ?, ?, ?, null, ?)",
                chain,
                number,
                entry,
                seal.version(),
                parts,
                salt,
                seal.hash());
    }

    private void moveUp(long from, int by) {
        jdbc.update("update log_seal set number = -number where chain = ? and number >= ?", chain, from);
        jdbc.update("update log_seal set number = -number + ? where chain = ? and number < 0", by, chain);
    }

    private void swap(long one, long other) {
        jdbc.update("update log_seal set number = -1 where chain = ? and number = ?", chain, one);
        jdbc.update("update log_seal set number = ? where chain = ? and number = ?", one, chain, other);
        jdbc.update("update log_seal set number = ? where chain = ? and number = -1", other, chain);
    }

    private long number(String sql, Object... parameters) {
        return requireNonNull(jdbc.queryForObject(sql, Long.class, parameters));
    }
}
