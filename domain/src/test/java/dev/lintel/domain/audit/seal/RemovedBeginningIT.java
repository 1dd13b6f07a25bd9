package dev.lintel.domain.audit.seal;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lintel.domain.TestActors;
import dev.lintel.domain.audit.LogRetention;
import dev.lintel.domain.audit.seal.Fault.Kind;
import dev.lintel.domain.identifier.IdentifierList;
import dev.lintel.domain.identifier.IdentifierRow;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.user.people.Deletions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** A log of six passes a long time ago and three lately, of which the old ones go at night. */
@Tag("AL-1")
class RemovedBeginningIT extends AgeingLog {
    private static final int OLD = 6;
    private static final int YOUNG = 3;

    @Autowired
    LogRemoval removal;

    @Autowired
    IdentifierList identifiers;

    @Autowired
    Deletions deletions;

    private String house;
    private long project;
    private long chain;
    private long first;
    private Instant lastOldUse = Instant.EPOCH;

    @BeforeEach
    void passesAtTheDoorsOfAHouse() throws IOException {
        house = UUID.randomUUID().toString();
        sites.load(Actor.server(), file(house(house)), false, progress -> {});
        project = number("select id from project where name = ?", house);
        lastOldUse = clock.instant().plusSeconds(OLD);
        passesOfLongAgoAndOfLate(house + "-1", OLD, YOUNG);
        chain = number("select id from log_chain where log = 'ACS' and project = ?", project);
        first = number("select min(id) from acs_log where project_id = ?", project);
        retention.change(Actor.server(), project, MONTH);
    }

    @Override
    String chainName() {
        return "acs:" + project;
    }

    @Test
    void whatIsTooOldGoesAtNightAndTheRestIsWhole() throws Exception {
        oldEntries.removeDue();
        assertThat(entries()).as("before the night").isEqualTo(OLD + YOUNG);

        aNightLater();

        assertThat(entries()).isEqualTo(YOUNG);
        assertThat(fault()).isNull();
        Removed removed = requireNonNull(report().removed());
        assertThat(removed.until()).isEqualTo(OLD);
        assertThat(removed.entries()).isEqualTo(OLD);
        assertThat(removed.underWay()).isFalse();
        assertThat(report().seals()).isEqualTo(OLD + YOUNG);
        assertThat(number("select count(*) from log_seal where chain = ?", chain))
                .isEqualTo(YOUNG);
        assertThat(jdbc.queryForObject(
                        "select after ->> 'kept' from audit_entry where action = 'REMOVED' and project_id = ?",
                        String.class,
                        project))
                .isEqualTo("30 days");
    }

    @Test
    void theNextRemovalGoesOnWhereTheLastOneEnded() throws Exception {
        aNightLater();
        clock.forward(Duration.ofDays(60));
        passes(house + "-1", 1);
        await().untilAsserted(() -> assertThat(report().waiting()).isZero());

        aNightLater();

        assertThat(entries()).isEqualTo(1);
        assertThat(fault()).isNull();
        assertThat(requireNonNull(report().removed()).entries()).isEqualTo(OLD + YOUNG);
    }

    @Test
    void aLogThatIsAllTooOldIsEmptyAndGoesOn() throws Exception {
        clock.forward(Duration.ofDays(60));

        aNightLater();

        assertThat(entries()).isZero();
        assertThat(fault()).isNull();
        passes(house + "-1", 1);
        await().untilAsserted(() -> assertThat(report().seals()).isEqualTo(OLD + YOUNG + 1));
        assertThat(fault()).isNull();
    }

    @Test
    void whatIsKeptForEverStays() throws Exception {
        retention.change(Actor.server(), project, null);

        aNightLater();

        assertThat(entries()).isEqualTo(OLD + YOUNG);
    }

    @Test
    void anIdentifierWasLastUsedWhenItWas() throws Exception {
        jdbc.update("delete from log_seal where chain = ? and number > ?", chain, OLD);
        jdbc.update("delete from acs_log where project_id = ? and id >= ?", project, first + OLD);
        jdbc.update(
                "update log_chain c set number = s.number, hash = s.hash from log_seal s"
                        + " where c.id = ? and s.chain = c.id and s.number = " + OLD,
                chain);
        assertThat(lastUse()).isEqualTo(lastOldUse);

        aNightLater();

        assertThat(entries()).isZero();
        assertThat(lastUse()).isEqualTo(lastOldUse);
    }

    @Test
    void aPassThatADeviceToldOfIsForgottenThereToo() throws Exception {
        jdbc.update("""
                insert into device_event (device_serial, key, project_id, category, code, device_time, received, details)
                values (?, 'e1', ?, 'access', 'access_granted', now(), now(), '{"card":"12345678"}')""", house + "-1", project);
        jdbc.update("update acs_log set event_key = 'e1' where id = ?", first);
        transactions.executeWithoutResult(status -> {
            jdbc.update("delete from log_seal where chain = ?", chain);
            jdbc.update(
                    "update log_chain set number = 0, hash = ? where id = ?",
                    Chain.start(SealedLog.ACS, project),
                    chain);
            jdbc.update(
                    "insert into log_waiting (log, project, entry, since)"
                            + " select 'ACS', project_id, id, at from acs_log where project_id = ?",
                    project);
        });
        await().untilAsserted(() -> assertThat(report().waiting()).isZero());

        aNightLater();

        assertThat(jdbc.queryForObject(
                        "select details::text from device_event where key = 'e1' and project_id = ?",
                        String.class,
                        project))
                .isEqualTo("{}");
    }

    @Test
    void whoWasErasedMeanwhileGoesToo() throws Exception {
        deletions.erase(Actor.server(), project, Set.of("u1"));
        await().untilAsserted(() -> assertThat(report().waiting()).isZero());
        assertThat(fault()).isNull();

        aNightLater();

        assertThat(entries()).isEqualTo(YOUNG);
        assertThat(fault()).isNull();
        clock.forward(Duration.ofDays(60));
        aNightLater();
        assertThat(entries()).isZero();
        assertThat(fault()).isNull();
    }

    @Test
    void whatIsInterruptedIsWholeAndGoesOn() throws Exception {
        LogRemoval.Found.Old old = old();
        transactions.executeWithoutResult(status -> removal.begin(old, fields -> noted(fields)));

        assertThat(entries()).isEqualTo(OLD + YOUNG);
        assertThat(fault()).isNull();
        assertThat(requireNonNull(report().removed()).underWay()).isTrue();

        oldEntries.removeDue();

        assertThat(entries()).isEqualTo(YOUNG);
        assertThat(fault()).isNull();
        assertThat(requireNonNull(report().removed()).underWay()).isFalse();
    }

    @Test
    void anEntryRemovedByHandFromTheFrontIsMissed() throws Exception {
        jdbc.update("delete from acs_log where id = ?", first);
        jdbc.update("delete from log_seal where chain = ? and number = 1", chain);
        assertThat(fault()).isEqualTo(Fault.of(Kind.MISSING, 1, null));
    }

    @Test
    void theNextOneBehindThoseRemovedIsMissedWhenItIsRemovedByHand() throws Exception {
        aNightLater();
        jdbc.update("delete from acs_log where id = ?", first + OLD);
        jdbc.update("delete from log_seal where chain = ? and number = ?", chain, OLD + 1);

        assertThat(fault()).isEqualTo(Fault.of(Kind.MISSING, OLD + 1, null));
    }

    @Test
    void aBeginningThatIsMovedByHandIsNotRecorded() throws Exception {
        aNightLater();
        jdbc.update("delete from acs_log where id = ?", first + OLD);
        jdbc.update("""
                update log_removal r set until = s.number, hash = s.hash from log_seal s
                where r.chain = ? and s.chain = r.chain and s.number = ?""", chain, OLD + 1);
        jdbc.update("delete from log_seal where chain = ? and number = ?", chain, OLD + 1);

        assertThat(fault()).isEqualTo(Fault.of(Kind.REMOVED_UNRECORDED, OLD + 1, null));
    }

    @Test
    void anEntryPassedOffAsOneThatIsStillToGoIsFound() throws Exception {
        aNightLater();
        long forged = number("""
                insert into acs_log (project_id, at, channel, device_serial, device_id, type, presented, verdict, reason,
                    locks, restrictions, rule_version, sought_owner, sought_identifier, facts, decision)
                select project_id, at, channel, device_serial, device_id, type, presented, verdict, reason,
                    locks, restrictions, rule_version, sought_owner, sought_identifier, facts, decision
                from acs_log where project_id = ? limit 1 returning id""", project);
        jdbc.update(
                "insert into log_seal select chain, 2, ?, version, parts, salt, erasure, hash from log_seal"
                        + " where chain = ? and number = ?",
                forged,
                chain,
                OLD + 1);

        assertThat(fault()).isEqualTo(Fault.of(Kind.INSERTED, 2, forged));

        jdbc.update("update log_removal set finished = null where chain = ?", chain);
        clock.forward(Duration.ofDays(3));
        assertThat(fault()).isEqualTo(Fault.of(Kind.INSERTED, 2, forged));
    }

    @Test
    void whatWasChangedIsFoundAfterwardsAsBefore() throws Exception {
        aNightLater();
        jdbc.update("update acs_log set owner_name = 'Nobody' where id = ?", first + OLD + 1);

        assertThat(fault()).isEqualTo(new Fault(Kind.CHANGED, OLD + 2, first + OLD + 1, List.of("owner")));
    }

    @Test
    void whatWasTamperedWithIsNotRemovedAndSaid() throws Exception {
        jdbc.update("update acs_log set owner_name = 'Nobody' where id = ?", first + 2);

        aNightLater();

        assertThat(entries()).isEqualTo(OLD + YOUNG);
        LogRetention.State state = retention.of(Actor.server(), project).orElseThrow();
        assertThat(state.fault()).isEqualTo(Kind.CHANGED);
        assertThat(state.faultNumber()).isEqualTo(3);
        assertThat(fault()).isEqualTo(new Fault(Kind.CHANGED, 3, first + 2, List.of("owner")));
    }

    @Test
    void aHeadOfBeforeIsComparedOrSaidToBeGone() throws Exception {
        String third = hash(3);
        String last = hash(OLD);
        String head = hash(OLD + YOUNG);

        aNightLater();

        String name = report().chain();
        ChainReport asked = report(new ExpectedHead(name, 3, third), new ExpectedHead(name, OLD + YOUNG, head));
        assertThat(asked.fault()).isNull();
        assertThat(asked.gone()).containsExactly(new ExpectedHead(name, 3, third));
        assertThat(fault(new ExpectedHead(name, OLD, last))).isNull();
        assertThat(fault(new ExpectedHead(name, OLD, third))).isEqualTo(Fault.of(Kind.NOT_AS_EXPECTED, OLD, null));
        assertThat(fault(new ExpectedHead(name, OLD + YOUNG, third)))
                .isEqualTo(Fault.of(Kind.NOT_AS_EXPECTED, OLD + YOUNG, first + OLD + YOUNG - 1));
    }

    @Test
    void onlyWhoSetsUpTheWholeProjectSaysHowLong() {
        Actor viewer = TestActors.ofProject(project, Permission.SETTINGS_VIEW);
        Actor elsewhere = TestActors.ofProject(project + 1, Permission.SETTINGS_VIEW, Permission.SETTINGS_EDIT);
        Actor part = TestActors.ofGroups(project, Set.of("g1"), Permission.SETTINGS_VIEW, Permission.SETTINGS_EDIT);

        assertThat(retention.of(viewer, project).orElseThrow().retention()).isEqualTo(MONTH);
        assertThat(retention.older(viewer, project, MONTH)).contains((long) OLD);
        assertThatThrownBy(() -> retention.change(viewer, project, null)).isInstanceOf(PermissionDeniedException.class);
        assertThat(retention.of(elsewhere, project)).isEmpty();
        assertThat(retention.change(elsewhere, project, null)).isEmpty();
        assertThat(retention.change(part, project, null)).isEmpty();
        assertThat(retention.of(viewer, project).orElseThrow().retention()).isEqualTo(MONTH);
    }

    private LogRemoval.Found.Old old() {
        return (LogRemoval.Found.Old)
                removal.find(SealedLog.ACS, project, clock.instant().minus(Duration.ofDays(30)));
    }

    /** As the nightly removal notes it. */
    private long noted(Map<String, String> fields) {
        long audit = number("""
                insert into audit_entry (project_id, at, actor, action, kind, record_id, record_name, before, after,
                    sought_actor, sought_record)
                values (?, now(), 'server', 'REMOVED', 'acs-log', ?, '', '{}', ?::jsonb, '', '') returning id""", project, "acs:" + project, new JsonMapper().writeValueAsString(fields));
        jdbc.update("insert into log_waiting values ('AUDIT', ?, ?, now())", project, audit);
        return audit;
    }

    private @Nullable Instant lastUse() {
        return identifiers
                .page(Actor.server(), ListQuery.everything(identifiers.listing()), null, 1_000)
                .rows()
                .stream()
                .filter(row -> row.project() == project && row.id().equals("i1"))
                .map(IdentifierRow::used)
                .findFirst()
                .orElseThrow();
    }

    private long entries() {
        return number("select count(*) from acs_log where project_id = ?", project);
    }

    private String hash(long place) {
        return requireNonNull(jdbc.queryForObject(
                "select encode(hash, 'hex') from log_seal where chain = ? and number = ?", String.class, chain, place));
    }

    /** The same wherever the chain is cut into stretches. */
    private @Nullable Fault fault(ExpectedHead... expected) {
        Fault fault = report(expected).fault();
        assertThat(report(1, expected).fault()).isEqualTo(fault);
        assertThat(report(2, expected).fault()).isEqualTo(fault);
        return fault;
    }
}
