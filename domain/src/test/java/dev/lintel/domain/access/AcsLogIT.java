package dev.lintel.domain.access;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.Page;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.wire.WireName;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Import(AcsLogIT.Listening.class)
class AcsLogIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();
    private static final RequestOrigin MQTT = new RequestOrigin(Channel.MQTT, null, null);

    @Autowired
    Sites sites;

    @Autowired
    AccessService access;

    @Autowired
    AcsLog log;

    @Autowired
    SlowListener listener;

    @Autowired
    JdbcTemplate jdbc;

    private long east;
    private long west;

    /** Takes no news until it is let. */
    static class SlowListener {
        final CountDownLatch let = new CountDownLatch(1);
        final BlockingQueue<AcsLogEntry> heard = new LinkedBlockingQueue<>();

        @EventListener
        void recorded(AcsLogEntry.Recorded news) throws InterruptedException {
            let.await();
            heard.add(news.entry());
        }
    }

    @TestConfiguration
    static class Listening {
        @Bean
        SlowListener slowListener() {
            return new SlowListener();
        }
    }

    /** Sixty attempts in two houses and at a door that nobody knows, while no listener takes any news. */
    @BeforeAll
    void fill() throws IOException, InterruptedException {
        east = sites.load(SERVER, file(house("east")), false, progress -> {}).project();
        west = sites.load(SERVER, file(house("west")), false, progress -> {}).project();
        for (long house : List.of(east, west)) {
            jdbc.update("insert into marker (project_id, id, name, colour) values (?, 'vip', 'VIP', '#aa0000')", house);
            jdbc.update(
                    "insert into marker (project_id, id, name, colour) values (?, 'late', 'Late', '#00aa00')", house);
        }
        jdbc.update("update person set marker_id = 'vip' where project_id = ? and id = 'u1'", east);
        jdbc.update("update person set marker_id = 'late' where project_id = ? and id = 'u1'", west);
        List<AcsLogEntry> entries = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String serial = List.of("east-1", "west-1", "lost").get(i % 3);
            IdentifierType type = IdentifierType.values()[i % 6];
            String value = i % 2 == 0 ? "12345678" : "АА 12%_" + i;
            var at = SettableClock.START.plus(Duration.ofMinutes(i));
            AccessAnswer answer = access.ask(new AccessRequest(serial, null, null, type, value, at), MQTT);
            entries.add(log.get(SERVER, requireNonNull(answer.logId()))
                    .orElseThrow()
                    .entry());
        }
        listener.let.countDown();
        for (AcsLogEntry entry : entries) {
            assertThat(listener.heard.poll(10, TimeUnit.SECONDS)).isEqualTo(entry);
        }
    }

    @Test
    void pagesGoFromTheNewestToTheOldestWithoutGaps() {
        ListQuery<AcsLogEntry> everything = ListQuery.everything(log.listing());
        List<AcsLogEntry> paged = new ArrayList<>();
        String after = null;
        do {
            Page<AcsLogEntry> page = log.page(SERVER, everything, after, 7);
            paged.addAll(page.rows());
            after = page.next();
        } while (after != null);

        assertThat(paged)
                .hasSize(60)
                .isEqualTo(find(SERVER))
                .isSortedAccordingTo((a, b) -> Long.compare(b.id(), a.id()));
    }

    @Test
    void findsWhatMatchesAndNothingElse() {
        List<AcsLogEntry> all = find(SERVER);
        Random random = new Random(20261122);
        for (int i = 0; i < 300; i++) {
            ListQuery<AcsLogEntry> query = query(random);
            Actor actor = random.nextInt(3) == 0 ? guard(east) : SERVER;

            List<AcsLogEntry> expected = all.stream()
                    .filter(entry -> log.matches(actor, query, entry))
                    .toList();

            String asked = QueryText.write(log.listing(), query).toString();
            assertThat(log.page(actor, query, null, 1000).rows()).as(asked).isEqualTo(expected);
            assertThat(log.count(actor, query).number()).as(asked).isEqualTo(expected.size());
        }
    }

    @Test
    void signsOfSearchPatternsMeanThemselves() {
        assertThat(find(SERVER, "identifier:has:2%_1")).isNotEmpty().allMatch(entry -> entry.presented()
                .contains("2%_1"));
        assertThat(find(SERVER, "identifier:has:' or '1'='1")).isEmpty();
    }

    @Test
    void findsPartsInAnyCaseOfAnyAlphabet() {
        assertThat(find(SERVER, "identifier:has:аа 12")).isNotEmpty();
        assertThat(find(SERVER, "owner:has:КОВАЛЬ")).isNotEmpty();
    }

    @Test
    void findsByTheMarkerThatTheOwnerHas() {
        List<AcsLogEntry> marked = find(SERVER, "marker:is:vip");

        assertThat(marked).isNotEmpty().allMatch(entry -> requireNonNull(entry.project()) == east);
        assertThat(marked).extracting(AcsLogEntry::ownerId).containsOnly("u1");
        assertThat(find(guard(east), "marker:is:vip")).isEqualTo(marked);
        assertThat(find(guard(west), "marker:is:vip")).isEmpty();
        assertThat(find(SERVER, "marker:is:vip,late")).isEqualTo(marked);
        assertThat(find(SERVER, "marker:is:none")).isEmpty();
    }

    @Test
    void whoMayNotSeeMarkersFindsNothingOutByThem() {
        Actor blind = TestActors.ofProject(east, Permission.ACS_LOG_VIEW);
        ListQuery<AcsLogEntry> asked = QueryText.read(log.listing(), Map.of("filter", List.of("marker:is-not:vip")));
        AcsLogEntry entry = find(blind).getFirst();

        assertThatThrownBy(() -> log.page(blind, asked, null, 1)).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> log.each(blind, asked, one -> {})).isInstanceOf(PermissionDeniedException.class);
        assertThat(log.matches(blind, asked, entry)).isFalse();
    }

    @Test
    void whoSeesOneProjectSeesItsEntriesOnly() {
        AcsLogEntry foreign = find(guard(west)).getFirst();

        assertThat(find(guard(east))).hasSize(20).allMatch(entry -> requireNonNull(entry.project()) == east);
        assertThat(log.get(guard(east), foreign.id())).isEmpty();
        assertThat(find(guard(east), "project:is:" + west)).isEmpty();
        assertThat(find(TestActors.ofProject(-1, Permission.ACS_LOG_VIEW))).isEmpty();
    }

    @Test
    @Tag("PR-3")
    void whoHasOneGroupSeesTheLogOfItsDevicesOnly() {
        Actor ofFlat = TestActors.ofGroups(east, Set.of("g2"), Permission.ACS_LOG_VIEW);
        Actor ofHouse = TestActors.ofGroups(east, Set.of("g1"), Permission.ACS_LOG_VIEW);
        ListQuery<AcsLogEntry> everything = ListQuery.everything(log.listing());

        List<AcsLogEntry> all = find(SERVER);
        for (Actor actor : List.of(ofFlat, ofHouse)) {
            List<AcsLogEntry> seen = find(actor);
            assertThat(all.stream().filter(entry -> log.matches(actor, everything, entry)))
                    .containsExactlyElementsOf(seen);
            assertThat(all.stream().map(AcsLogEntry::id).filter(id -> log.get(actor, id)
                            .isPresent()))
                    .containsExactlyElementsOf(
                            seen.stream().map(AcsLogEntry::id).toList());
        }
        assertThat(find(ofHouse)).extracting(AcsLogEntry::deviceId).containsOnly("d1");
        assertThat(find(ofFlat)).isEmpty();
    }

    @Test
    void needsThePermission() {
        Actor nobody = TestActors.ofServer();
        ListQuery<AcsLogEntry> everything = ListQuery.everything(log.listing());

        assertThatThrownBy(() -> log.page(nobody, everything, null, 1)).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> log.get(nobody, 1)).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> log.count(nobody, everything)).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> log.each(nobody, everything, entry -> {}))
                .isInstanceOf(PermissionDeniedException.class);
    }

    private List<AcsLogEntry> find(Actor actor, String... filters) {
        return log.page(actor, QueryText.read(log.listing(), Map.of("filter", List.of(filters))), null, 1000)
                .rows();
    }

    private ListQuery<AcsLogEntry> query(Random random) {
        List<String> filters = Stream.of(
                        "project:is:" + one(random, east, west),
                        "device:is:" + one(random, "d1", "d2"),
                        "identifier:has:" + one(random, "123", "АА", "i1", "%"),
                        "identifier:is:" + one(random, "12345678", "i1", "**"),
                        "type:is-not:" + WireName.of(one(random, IdentifierType.values())),
                        "owner:has:" + one(random, "olena", "ковал", "nobody"),
                        "owner:" + one(random, "empty", "filled", "has-not:olena"),
                        "verdict:is:" + one(random, "grant", "deny"),
                        "marker:" + one(random, "is:vip", "is:late,vip", "is-not:vip", "is:late"),
                        "reason:is:granted,unknown-identifier",
                        "created:at-least:" + SettableClock.START.plus(Duration.ofMinutes(20)),
                        "created:less:" + SettableClock.START.plus(Duration.ofMinutes(40)))
                .filter(filter -> random.nextInt(4) == 0)
                .toList();
        return QueryText.read(
                log.listing(), Map.of("filter", filters, "match", List.of(one(random, "all", "all", "any"))));
    }

    @SafeVarargs
    private static <T> T one(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    private static Actor guard(long project) {
        return TestActors.ofProject(project, Permission.ACS_LOG_VIEW, Permission.MARKER_VIEW);
    }
}
