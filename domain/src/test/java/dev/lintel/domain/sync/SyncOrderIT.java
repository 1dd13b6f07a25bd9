package dev.lintel.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.restriction.RestrictionDraft;
import dev.lintel.domain.restriction.Restrictions;
import dev.lintel.domain.restriction.StoredRestriction;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.sync.CopyContent.OfIdentifier;
import dev.lintel.domain.sync.Parcels.Copied;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/** A device that asks for its copies after each part of a plan never has an identifier without the schedules that it names. */
@Tag("AR-3")
class SyncOrderIT extends DatabaseIT {
    private static final Copied CARD = new Copied(CopyKind.IDENTIFIER, "i1");
    private static final Copied CODE = new Copied(CopyKind.IDENTIFIER, "i2");
    private static final Copied MORNINGS = new Copied(CopyKind.SCHEDULE, "s1");
    private static final Copied EVENINGS = new Copied(CopyKind.SCHEDULE, "s2");

    @Autowired
    Sites sites;

    @Autowired
    Restrictions restrictions;

    @Autowired
    AccessDirectory directory;

    @Autowired
    TouchedIdentifiers touched;

    @Autowired
    CopyStore store;

    @Autowired
    ProjectStore projects;

    @Autowired
    Parcels parcels;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    PlanStore plans;

    @Autowired
    DataSource dataSource;

    private final Map<Copied, CopyContent> kept = new HashMap<>();
    private Connection other;
    private String panel = "";

    /** As another node that plans, so that the one of the server leaves it to the test. */
    @BeforeEach
    void planAlone() throws SQLException {
        other = dataSource.getConnection();
        lock("pg_advisory_lock");
    }

    @AfterEach
    void letOthersPlan() throws SQLException {
        lock("pg_advisory_unlock");
        other.close();
    }

    private void lock(String function) throws SQLException {
        try (Statement statement = other.createStatement()) {
            statement.execute("select " + function + "(" + SyncProgress.LOCK + ")");
        }
    }

    @Test
    void aScheduleComesBeforeTheIdentifiersThatNameItAndGoesAfterThem() throws Exception {
        long house = house("order");
        SyncPlanner planner = planner(new AskedAfterEach(transactions));
        planner.plan(house, null);
        assertThat(kept).containsOnlyKeys(CARD, CODE, MORNINGS);

        openInTheEvening(house);
        planner.plan(house, null);
        assertThat(kept).containsOnlyKeys(CARD, CODE, EVENINGS);
    }

    @Test
    void anIdentifierWaitsForAScheduleThatIsNotPlannedYet() throws Exception {
        long house = house("early");
        SyncPlanner planner = planner(transactions);
        planner.plan(house, null);
        openInTheEvening(house);
        assertThat(parcels.next(panel).store()).extracting(Parcel.Stored::kind).containsExactly(CopyKind.SCHEDULE);

        planner.plan(house, null);
        takeAll();
        assertThat(kept).containsOnlyKeys(CARD, CODE, EVENINGS);
    }

    private SyncPlanner planner(PlatformTransactionManager parts) {
        return new SyncPlanner(directory, touched, store, projects, plans, parts);
    }

    private long house(String name) throws Exception {
        panel = name + "-1";
        String evenings = """
                {"kind":"schedule","id":"s2","name":"Evenings","start":"2026-01-05T18:00","end":"2026-01-05T20:00","rrule":"FREQ=DAILY"}
                """;
        String house = TestSites.house(name).replace("olena@example.org", "olena." + name + "@example.org");
        return sites.load(Actor.server(), TestSites.file(house + evenings), true, part -> {})
                .project();
    }

    private void openInTheEvening(long house) {
        StoredRestriction door = restrictions.get(Actor.server(), house, "r1").orElseThrow();
        RestrictionDraft was = door.draft();
        RestrictionDraft evenings = new RestrictionDraft(
                was.name(), was.description(), was.guestUsable(), was.lines(), List.of(EVENINGS.record()), was.to());
        restrictions.edit(Actor.server(), house, "r1", door.version(), evenings);
    }

    /** The device takes all that there is for it. */
    private void takeAll() {
        for (Parcel parcel = parcels.next(panel); !parcel.isEmpty(); parcel = parcels.next(panel)) {
            Map<Copied, @Nullable String> held = new HashMap<>();
            parcel.store().forEach(stored -> {
                Copied copied = new Copied(stored.kind(), stored.content().id());
                kept.put(copied, stored.content());
                held.put(copied, stored.digest());
                assertNothingIsMissing();
            });
            parcel.forget().forEach(key -> {
                Copied copied = new Copied(key.kind(), key.record());
                kept.remove(copied);
                held.put(copied, null);
                assertNothingIsMissing();
            });
            parcels.acknowledged(panel, held, Map.of());
        }
    }

    private void assertNothingIsMissing() {
        kept.values().forEach(content -> {
            if (content instanceof OfIdentifier identifier) {
                identifier.schedules().forEach(schedule -> assertThat(kept)
                        .containsKey(new Copied(CopyKind.SCHEDULE, schedule)));
            }
        });
    }

    /** Lets the device ask when something was stored. */
    private final class AskedAfterEach implements PlatformTransactionManager {
        private final PlatformTransactionManager real;

        AskedAfterEach(PlatformTransactionManager real) {
            this.real = real;
        }

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return real.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            real.commit(status);
            takeAll();
        }

        @Override
        public void rollback(TransactionStatus status) {
            real.rollback(status);
        }
    }
}
