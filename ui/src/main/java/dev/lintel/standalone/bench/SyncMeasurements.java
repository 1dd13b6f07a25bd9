package dev.lintel.standalone.bench;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.AccessImpact;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AccessService;
import dev.lintel.domain.access.Channel;
import dev.lintel.domain.access.RequestOrigin;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.identifier.IdentifierDraft;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.Identifiers;
import dev.lintel.domain.identifier.Withdrawals;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.restriction.LockChoice;
import dev.lintel.domain.restriction.RestrictionDraft;
import dev.lintel.domain.restriction.RestrictionLine;
import dev.lintel.domain.restriction.Restrictions;
import dev.lintel.domain.restriction.StoredRestriction;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a change of a large site costs: until it is in force, and until it is worked out what devices must learn of it. */
final class SyncMeasurements {
    /** Ten buildings are 2,400 apartments. */
    private static final int BUILDINGS = 10;

    private static final int WIDE_CHANGES = 12;
    private static final int NARROW_CHANGES = 60;
    private static final int DOOR_ASKS_EVERY_MS = 20;
    private static final Actor SERVER = Actor.server();

    private final Restrictions restrictions;
    private final Identifiers identifiers;
    private final Withdrawals withdrawals;
    private final AccessImpact impact;
    private final AccessDirectory directory;
    private final AccessService access;
    private final JdbcTemplate jdbc;
    private final InstantSource clock;
    private final long project;
    private final PrintStream out;
    private final Stopwatch watch;
    private final List<Long> doors = new ArrayList<>();
    private long requests;

    SyncMeasurements(ConfigurableApplicationContext domain, long project, PrintStream out) {
        this.restrictions = domain.getBean(Restrictions.class);
        this.identifiers = domain.getBean(Identifiers.class);
        this.withdrawals = domain.getBean(Withdrawals.class);
        this.impact = domain.getBean(AccessImpact.class);
        this.directory = domain.getBean(AccessDirectory.class);
        this.access = domain.getBean(AccessService.class);
        this.jdbc = domain.getBean(JdbcTemplate.class);
        this.clock = domain.getBean(InstantSource.class);
        this.project = project;
        this.out = out;
        this.watch = new Stopwatch(out);
    }

    void run() throws InterruptedException {
        planned();
        whole();
        wide();
        narrow();
    }

    /** All of it anew, as after an import, while a door asks. */
    private void whole() throws InterruptedException {
        for (int i = 0; i < 2 * WIDE_CHANGES; i++) {
            ask();
        }
        doors.clear();
        for (int i = 0; i < 10 * WIDE_CHANGES; i++) {
            ask();
        }
        watch.print("a door that asks, nothing planned", array(doors));
        doors.clear();
        jdbc.update("delete from device_copy");
        long peak = 0;
        long start = System.nanoTime();
        jdbc.update("delete from sync_progress");
        while (!isPlanned()) {
            ask();
            TimeUnit.MILLISECONDS.sleep(DOOR_ASKS_EVERY_MS);
            peak = Math.max(
                    peak,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        out.printf(
                "first plan of the site: %,d copies in %.1f s, at most %,d MB of heap in use%n",
                jdbc.queryForObject("select count(*) from device_copy", Long.class),
                (System.nanoTime() - start) / 1e9,
                peak >> 20);
        watch.print("a door that asks meanwhile", array(doors));
    }

    private void ask() {
        long start = System.nanoTime();
        access.ask(
                new AccessRequest("sn-b1-gate", null, 1, IdentifierType.CARD, "2654435761", clock.instant()),
                new RequestOrigin(Channel.MQTT, "bench-" + System.nanoTime() + "-" + requests++, null));
        doors.add(System.nanoTime() - start);
    }

    /** A restriction of one door, granted to ten buildings. */
    private void wide() throws InterruptedException {
        List<GrantTarget> buildings = IntStream.rangeClosed(1, BUILDINGS)
                .mapToObj(number -> (GrantTarget) new GrantTarget.ToGroup("b" + number))
                .toList();
        StoredRestriction restriction = restrictions.create(SERVER, project, draft("b20-gate", List.of(), buildings));
        planned();
        List<Long> previews = new ArrayList<>();
        List<Long> saves = new ArrayList<>();
        List<Long> plans = new ArrayList<>();
        for (int i = 0; i < WIDE_CHANGES; i++) {
            RestrictionDraft draft = i % 3 == 2
                    ? draft("b20-door", List.of(), buildings)
                    : draft("b20-gate", i % 3 == 0 ? List.of("weekdays") : List.of(), buildings);
            long start = System.nanoTime();
            impact.of(SERVER, project, restriction.id(), draft);
            long previewed = System.nanoTime();
            restriction = restrictions.edit(SERVER, project, restriction.id(), restriction.version(), draft);
            long saved = System.nanoTime();
            requireInForce(restriction);
            planned();
            plans.add(System.nanoTime() - saved);
            saves.add(saved - previewed);
            previews.add(previewed - start);
        }
        String what = String.format(
                "a restriction of %,d apartments, ", BUILDINGS * ResidentialComplex.APARTMENTS_A_BUILDING);
        watch.print(what + "who gains and loses", array(previews));
        watch.print(what + "stored and in force", array(saves));
        watch.print(what + "planned", array(plans));
        restrictions.delete(SERVER, project, restriction.id());
        planned();
    }

    private void requireInForce(StoredRestriction restriction) {
        SiteSnapshot site = Objects.requireNonNull(directory.site(project));
        if (!restriction.restriction().equals(site.restriction(restriction.id()))) {
            throw new IllegalStateException("the change is not in force yet");
        }
    }

    /** A card and a restriction of one apartment. */
    private void narrow() throws InterruptedException {
        List<Long> cards = new ArrayList<>();
        List<Long> entrances = new ArrayList<>();
        GrantTarget home = new GrantTarget.ToGroup("b30-u2-f3-a1");
        StoredRestriction restriction =
                restrictions.create(SERVER, project, draft("b30-door", List.of(), List.of(home)));
        planned();
        for (int i = 0; i < NARROW_CHANGES; i++) {
            String made = identifiers
                    .create(
                            SERVER,
                            project,
                            IdentifierDraft.of("b30-u2-f3-a1-p1", IdentifierType.CARD, Long.toString(i + 1)),
                            null)
                    .id();
            long stored = System.nanoTime();
            planned();
            cards.add(System.nanoTime() - stored);
            withdrawals.delete(SERVER, project, List.of(made));
            RestrictionDraft draft = draft(i % 2 == 0 ? "b30-gate" : "b30-door", List.of("weekdays"), List.of(home));
            restriction = restrictions.edit(SERVER, project, restriction.id(), restriction.version(), draft);
            stored = System.nanoTime();
            planned();
            entrances.add(System.nanoTime() - stored);
        }
        watch.print("a card of one apartment, planned", array(cards));
        watch.print("a restriction of one apartment, planned", array(entrances));
        restrictions.delete(SERVER, project, restriction.id());
        planned();
    }

    private static RestrictionDraft draft(String door, List<String> schedules, List<GrantTarget> to) {
        return new RestrictionDraft(
                "Measured", "", true, List.of(new RestrictionLine(door, null, LockChoice.FIRST)), schedules, to);
    }

    private void planned() throws InterruptedException {
        while (!isPlanned()) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private boolean isPlanned() {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from sync_progress where revision = (select max(number) from site_revision))",
                Boolean.class));
    }

    private static long[] array(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }
}
