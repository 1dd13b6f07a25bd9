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
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.site.Sites;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

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
        List<AcsLogEntry> all = find(SERVER, AcsLogFilter.ALL, null, 1000);
        List<AcsLogEntry> paged = new ArrayList<>();
        List<AcsLogEntry> page = find(SERVER, AcsLogFilter.ALL, null, 7);
        while (!page.isEmpty()) {
            paged.addAll(page);
            page = find(SERVER, AcsLogFilter.ALL, page.getLast().id(), 7);
        }

        assertThat(paged).hasSize(60).isEqualTo(all).isSortedAccordingTo((a, b) -> Long.compare(b.id(), a.id()));
    }

    @Test
    void findsWhatMatchesAndNothingElse() {
        List<AcsLogEntry> all = find(SERVER, AcsLogFilter.ALL, null, 1000);
        Random random = new Random(20261122);
        for (int i = 0; i < 300; i++) {
            AcsLogFilter filter = filter(random);
            Actor actor = random.nextInt(3) == 0 ? guard(east) : SERVER;

            List<AcsLogEntry> expected = all.stream()
                    .filter(entry -> log.matches(actor, filter, entry))
                    .toList();

            assertThat(find(actor, filter, null, 1000)).as("%s", filter).isEqualTo(expected);
            assertThat(log.count(actor, filter, 1000)).as("%s", filter).isEqualTo(expected.size());
        }
    }

    @Test
    void signsOfSearchPatternsMeanThemselves() {
        assertThat(find(SERVER, identifier("2%_1"), null, 1000)).isNotEmpty().allMatch(entry -> entry.presented()
                .contains("2%_1"));
        assertThat(find(SERVER, identifier("' or '1'='1"), null, 1000)).isEmpty();
    }

    @Test
    void findsPartsInAnyCaseOfAnyAlphabet() {
        assertThat(find(SERVER, identifier("аа 12"), null, 1000)).isNotEmpty();
        assertThat(find(SERVER, owner("КОВАЛЬ"), null, 1000)).isNotEmpty();
    }

    @Test
    void whoSeesOneProjectSeesItsEntriesOnly() {
        AcsLogEntry foreign = find(guard(west), AcsLogFilter.ALL, null, 1).getFirst();

        assertThat(find(guard(east), AcsLogFilter.ALL, null, 1000))
                .hasSize(20)
                .allMatch(entry -> requireNonNull(entry.project()) == east);
        assertThat(log.get(guard(east), foreign.id())).isEmpty();
        assertThat(find(guard(east), project(west), null, 1000)).isEmpty();
        assertThat(log.count(TestActors.ofProject(-1, Permission.ACS_LOG_VIEW), AcsLogFilter.ALL, 10))
                .isZero();
    }

    @Test
    @Tag("PR-3")
    void whoHasOneGroupSeesTheLogOfItsDevicesOnly() {
        Actor ofFlat = TestActors.ofGroups(east, Set.of("g2"), Permission.ACS_LOG_VIEW);
        Actor ofHouse = TestActors.ofGroups(east, Set.of("g1"), Permission.ACS_LOG_VIEW);

        List<AcsLogEntry> all = find(SERVER, AcsLogFilter.ALL, null, 1_000);
        for (Actor actor : List.of(ofFlat, ofHouse)) {
            List<AcsLogEntry> seen = find(actor, AcsLogFilter.ALL, null, 1_000);
            assertThat(all.stream().filter(entry -> log.matches(actor, AcsLogFilter.ALL, entry)))
                    .containsExactlyElementsOf(seen);
            assertThat(all.stream().map(AcsLogEntry::id).filter(id -> log.get(actor, id).isPresent()))
                    .containsExactlyElementsOf(
                            seen.stream().map(AcsLogEntry::id).toList());
        }
        assertThat(find(ofHouse, AcsLogFilter.ALL, null, 1_000))
                .extracting(AcsLogEntry::deviceId)
                .containsOnly("d1");
        assertThat(log.count(ofFlat, AcsLogFilter.ALL, 10)).isZero();
    }

    @Test
    void countsNoFurtherThanAsked() {
        assertThat(log.count(SERVER, AcsLogFilter.ALL, 25)).isEqualTo(25);
    }

    @Test
    void needsThePermission() {
        Actor nobody = TestActors.ofServer();

        assertThatThrownBy(() -> find(nobody, AcsLogFilter.ALL, null, 1)).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> log.get(nobody, 1)).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> log.count(nobody, AcsLogFilter.ALL, 1)).isInstanceOf(PermissionDeniedException.class);
    }

    private List<AcsLogEntry> find(Actor actor, AcsLogFilter filter, @Nullable Long before, int limit) {
        return log.find(actor, filter, before, limit);
    }

    private static Actor guard(long project) {
        return TestActors.ofProject(project, Permission.ACS_LOG_VIEW);
    }

    private AcsLogFilter filter(Random random) {
        return new AcsLogFilter(
                any(random, east, west),
                any(random, "d1", "d2"),
                any(random, "123", "АА", "i1", "%"),
                any(random, IdentifierType.values()),
                any(random, "olena", "ковал", "nobody"),
                any(random, Verdict.values()),
                any(random, ReasonCode.GRANTED, ReasonCode.UNKNOWN_IDENTIFIER, ReasonCode.DEVICE_UNKNOWN),
                any(random, SettableClock.START.plus(Duration.ofMinutes(20))),
                any(random, SettableClock.START.plus(Duration.ofMinutes(40))));
    }

    /** One of the values, but mostly none. */
    @SafeVarargs
    private static <T> @Nullable T any(Random random, T... values) {
        return random.nextInt(4) == 0 ? values[random.nextInt(values.length)] : null;
    }

    private static AcsLogFilter identifier(String part) {
        return new AcsLogFilter(null, null, part, null, null, null, null, null, null);
    }

    private static AcsLogFilter owner(String part) {
        return new AcsLogFilter(null, null, null, null, part, null, null, null, null);
    }

    private static AcsLogFilter project(long project) {
        return new AcsLogFilter(project, null, null, null, null, null, null, null, null);
    }
}
