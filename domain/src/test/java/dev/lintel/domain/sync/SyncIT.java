package dev.lintel.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AccessService;
import dev.lintel.domain.access.Channel;
import dev.lintel.domain.access.RequestOrigin;
import dev.lintel.domain.device.DeviceList;
import dev.lintel.domain.device.DeviceRegistry;
import dev.lintel.domain.device.DeviceStatus;
import dev.lintel.domain.identifier.IdentifierDraft;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.Identifiers;
import dev.lintel.domain.identifier.Withdrawals;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.restriction.LockChoice;
import dev.lintel.domain.restriction.RestrictionDraft;
import dev.lintel.domain.restriction.RestrictionLine;
import dev.lintel.domain.restriction.Restrictions;
import dev.lintel.domain.restriction.StoredRestriction;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.sync.Parcels.Copied;
import dev.lintel.domain.wire.WireName;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Tag("AR-3")
class SyncIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();
    private static final Copied CARD = new Copied(CopyKind.IDENTIFIER, "i1");
    private static final Copied CODE = new Copied(CopyKind.IDENTIFIER, "i2");
    private static final Copied MORNINGS = new Copied(CopyKind.SCHEDULE, "s1");

    @Autowired
    Sites sites;

    @Autowired
    Restrictions restrictions;

    @Autowired
    Identifiers identifiers;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    AccessService access;

    @Autowired
    SyncProgress progress;

    @Autowired
    Parcels parcels;

    @Autowired
    DeviceList devices;

    @Autowired
    DeviceRegistry registry;

    @Autowired
    CopyList copies;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void aDeviceLearnsWhatOpensItAndThenOnlyTheDifference() throws Exception {
        long house = house("sync");
        Parcel first = due("sync-1");
        assertThat(records(first)).containsExactlyInAnyOrder(CARD, CODE, MORNINGS);
        assertThat(first.forget()).isEmpty();
        assertThat(due("sync-2").isEmpty())
                .as("no restriction opens the monitor")
                .isTrue();
        take("sync-1");
        assertThat(due("sync-1").isEmpty()).isTrue();

        String added = identifiers
                .create(SERVER, house, IdentifierDraft.of("u1", IdentifierType.CARD, "4711"), null)
                .id();
        assertThat(records(due("sync-1"))).containsExactly(new Copied(CopyKind.IDENTIFIER, added));
        take("sync-1");
        withdrawals.suspend(SERVER, house, List.of(added));
        Parcel gone = due("sync-1");
        assertThat(gone.store()).isEmpty();
        assertThat(gone.forget()).extracting(CopyKey::record).containsExactly(added);
        take("sync-1");
        assertThat(due("sync-1").isEmpty()).isTrue();
    }

    @Test
    void aChangeOfOneFlatTouchesItsDoorsAlone() throws Exception {
        long house = house("flat");
        take("flat-1");
        StoredRestriction hall = restrictions.create(
                SERVER,
                house,
                new RestrictionDraft(
                        "Hall",
                        "",
                        false,
                        List.of(new RestrictionLine("d2", null, LockChoice.ALL)),
                        List.of(),
                        List.of(new GrantTarget.ToGroup("g2"))));

        assertThat(due("flat-1").isEmpty()).isTrue();
        assertThat(due("flat-2").isEmpty())
                .as("a monitor without locks opens nothing")
                .isTrue();
        restrictions.edit(
                SERVER,
                house,
                hall.id(),
                hall.version(),
                new RestrictionDraft(
                        "Hall",
                        "",
                        false,
                        List.of(new RestrictionLine("d1", "out", LockChoice.SECOND)),
                        List.of(),
                        List.of(new GrantTarget.ToGroup("g2"))));
        assertThat(records(due("flat-1"))).containsExactly(CARD);
    }

    @Test
    void whatIsStoredIsNotPlannedBeforeItIsInForce() throws Exception {
        long house = house("later");
        take("later-1");
        // another server stored it, and this one has not heard of it
        long stored = number("insert into site_revision (number, project_id, at, change)" + " select max(number) + 1, "
                + house + ", now(), null from site_revision returning number");
        progress.step();
        assertThat(number("select revision from sync_progress")).isEqualTo(stored - 1);

        withdrawals.suspend(SERVER, house, List.of(CARD.record()));
        await().untilAsserted(() ->
                assertThat(number("select revision from sync_progress")).isEqualTo(stored + 1));
        assertThat(due("later-1").forget()).extracting(CopyKey::record).containsExactly(CARD.record());
    }

    private long number(String sql) {
        return java.util.Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
    }

    @Test
    void aRefusedCopyIsSaidAndTriedAgain() throws Exception {
        long house = house("full");
        due("full-1");
        parcels.acknowledged("full-1", Map.of(), Map.of(CARD, "number_of_identifiers_exceeded"));

        assertThat(jdbc.queryForObject(
                        "select problem from device_copy where project_id = ? and record_id = 'i1'",
                        String.class,
                        house))
                .isEqualTo("number_of_identifiers_exceeded");
        assertThat(records(due("full-1"))).contains(CARD);
        take("full-1");
        assertThat(due("full-1").isEmpty()).isTrue();
    }

    @Test
    @Tag("ID-3")
    void theListOfDevicesTellsHowFarEachHasCome() throws Exception {
        long house = house("stock");
        due("stock-1");
        assertThat(device(house, "d2").stock()).isEqualTo(DeviceStatus.Stock.NONE);
        assertThat(device(house, "d1").copies()).isEqualTo(new DeviceStatus.Copies(2, 0, 0));
        assertThat(device(house, "d1").stock()).as("not heard of yet").isEqualTo(DeviceStatus.Stock.WAITING);
        registry.asked("stock-1");
        assertThat(device(house, "d1").stock()).isEqualTo(DeviceStatus.Stock.UNREACHABLE);
        assertThat(copies.page(
                                SERVER,
                                QueryText.read(copies.listing(), Map.of("project", List.of("" + house))),
                                null,
                                9)
                        .rows())
                .hasSize(2)
                .allMatch(row -> row.copy().isUnreachable());
        registry.seen("stock-1", true);
        assertThat(device(house, "d1").stock()).isEqualTo(DeviceStatus.Stock.WAITING);
        registry.asked("stock-1");
        assertThat(device(house, "d1").stock()).as("it is on both lines").isEqualTo(DeviceStatus.Stock.WAITING);
        parcels.acknowledged("stock-1", Map.of(), Map.of(CARD, "number_of_identifiers_exceeded"));
        assertThat(device(house, "d1").copies()).isEqualTo(new DeviceStatus.Copies(1, 1, 0));
        assertThat(device(house, "d1").stock()).isEqualTo(DeviceStatus.Stock.FAILED);
        take("stock-1");
        assertThat(device(house, "d1").copies()).isEqualTo(new DeviceStatus.Copies(0, 0, 2));
        assertThat(device(house, "d1").stock()).isEqualTo(DeviceStatus.Stock.IN_PLACE);
    }

    /** The device, when the list finds it by what it says of its copies, too. */
    private DeviceStatus device(long house, String id) {
        List<DeviceStatus> found = devices.page(
                        SERVER,
                        QueryText.read(devices.listing(), Map.of("project", List.of("" + house), "id", List.of(id))),
                        null,
                        2)
                .rows();
        assertThat(found).hasSize(1);
        DeviceStatus device = found.getFirst();
        assertThat(devices.page(
                                SERVER,
                                QueryText.read(
                                        devices.listing(),
                                        Map.of(
                                                "project", List.of("" + house),
                                                "id", List.of(id),
                                                "copies", List.of(WireName.of(device.stock())))),
                                null,
                                2)
                        .rows())
                .containsExactly(device);
        return device;
    }

    @Test
    @Tag("GA-4")
    void anIdentifierWithoutPassesIsForgotten() throws Exception {
        house("spent");
        take("spent-1");
        AccessRequest request = new AccessRequest(
                "spent-1", null, 1, IdentifierType.ACCESS_CODE, "4711", Instant.parse("2026-01-06T10:00:00Z"));
        access.ask(request, new RequestOrigin(Channel.REST, null, null));

        progress.step();
        Parcel parcel = due("spent-1");
        assertThat(parcel.store()).isEmpty();
        assertThat(parcel.forget()).extracting(CopyKey::record).containsExactly("i2");
    }

    @Test
    void whoDoesNotKnowADeviceTakesNoWordOfIt() throws Exception {
        long house = house("liar");
        due("liar-1");
        Map<Copied, @Nullable String> claim = new HashMap<>();
        claim.put(new Copied(CopyKind.IDENTIFIER, "i99"), "abc");
        parcels.acknowledged("liar-1", claim, Map.of());
        parcels.acknowledged("nobody-1", claim, Map.of());
        assertThat(jdbc.queryForObject(
                        "select count(*) from device_copy where project_id = ? and record_id = 'i99'",
                        Long.class,
                        house))
                .isZero();
    }

    /** What is due once everything that was stored is planned. */
    private Parcel due(String serial) throws InterruptedException {
        Instant giveUp = Instant.now().plus(Duration.ofSeconds(20));
        while (!Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from sync_progress where revision = (select max(number) from site_revision))",
                Boolean.class))) {
            assertThat(Instant.now()).isBefore(giveUp);
            progress.step();
            Thread.sleep(20);
        }
        return parcels.next(serial);
    }

    /** The device takes all that is due. */
    private void take(String serial) throws InterruptedException {
        for (Parcel parcel = due(serial); !parcel.isEmpty(); parcel = parcels.next(serial)) {
            Map<Copied, @Nullable String> held = new HashMap<>();
            parcel.store()
                    .forEach(stored ->
                            held.put(new Copied(stored.kind(), stored.content().id()), stored.digest()));
            parcel.forget().forEach(key -> held.put(new Copied(key.kind(), key.record()), null));
            parcels.acknowledged(serial, held, Map.of());
        }
    }

    private static Set<Copied> records(Parcel parcel) {
        return parcel.store().stream()
                .map(stored -> new Copied(stored.kind(), stored.content().id()))
                .collect(Collectors.toSet());
    }

    private long house(String name) throws IOException {
        return sites.load(
                        SERVER,
                        TestSites.file(
                                TestSites.house(name).replace("olena@example.org", "olena." + name + "@example.org")),
                        true,
                        part -> {})
                .project();
    }
}
