package dev.lintel.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.access.matrix.DoorSpan;
import dev.lintel.domain.access.matrix.DoorTimes;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.rulebook.ImpactInMemory;
import dev.lintel.domain.rulebook.Rulebook;
import dev.lintel.domain.site.Site;
import dev.lintel.rules.engine.RulebookDecisionPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What policies would do, in random worlds: must be what comes out when each identifier is followed through the week at each
 * door, with nothing left out and nothing taken for alike.
 */
class PolicyImpactWorldsTest {
    private static final int RULEBOOKS = Integer.getInteger("lintel.rulebooks", 5);
    private static final int WORLDS = 12;
    private static final Duration WEEK = Duration.ofDays(7);

    private final RulebookDecisionPoint rules = new RulebookDecisionPoint(version -> Optional.empty());
    private int differences;

    @Test
    void isWhatEachIdentifierMeetsAtEachDoor() {
        long seed = Long.getLong("lintel.seed", new Random().nextLong() >>> 16);
        System.out.println("impact of random policies from seed " + seed);
        for (int i = 0; i < RULEBOOKS; i++) {
            Random random = new Random(seed + i);
            Rulebook before = new RandomPolicies(random).rulebook(2 * i);
            Rulebook other = new RandomPolicies(random).rulebook(2 * i + 1);
            List<dev.lintel.domain.rulebook.Policy> kept = new ArrayList<>(other.policies());
            kept.add(before.policies().getFirst());
            Rulebook after = new Rulebook(other.version(), kept);
            rules.prepare(before);
            AccessDecisionPoint trial = rules.trial(after);
            for (int world = 0; world < WORLDS; world++) {
                compare(random, before, after, trial, "-Dlintel.seed=" + (seed + i) + " -Dlintel.rulebooks=1");
            }
        }
        System.out.println(differences + " differences agreed");
        if (RULEBOOKS > 4) {
            assertThat(differences).isPositive();
        }
    }

    private void compare(Random random, Rulebook before, Rulebook after, AccessDecisionPoint trial, String again) {
        RandomWorld world = new RandomWorld(random);
        Site site = world.site();
        AccessDirectory directory = new AccessDirectory();
        directory.replace(new Project(1, "world", site.timeZone()), site, world.traits());
        directory.rulebook(1, before.version(), before.wanted());
        Instant at = world.instant();
        trouble(random, directory, site, at);
        SiteSnapshot snapshot = Objects.requireNonNull(directory.site(1)).asking(after.wanted());
        ImpactInMemory impact = new ImpactInMemory(snapshot, rules, trial, before, after, at);
        TreeSet<String> losing = new TreeSet<>();
        for (Identifier identifier : site.identifiers()) {
            for (Device device : site.devices()) {
                List<Duration> expected = expected(snapshot, trial, identifier, device, at);
                List<Duration> actual = impact.gainedAndLost(identifier, device.id());
                assertThat(actual.stream().map(Duration::isZero).toList())
                        .as("%s: %s at %s on %s", again, identifier, device, at)
                        .isEqualTo(expected.stream().map(Duration::isZero).toList());
                differences += expected.equals(List.of(Duration.ZERO, Duration.ZERO)) ? 0 : 1;
                if (identifier.guest() == null && !expected.getLast().isZero()) {
                    losing.add(identifier.user());
                }
            }
        }
        assertThat(impact.impact().losing()).as(again).isEqualTo(losing.size());
    }

    /** Doors that nothing else tells apart are told apart by what goes on there. */
    private static void trouble(Random random, AccessDirectory directory, Site site, Instant at) {
        Map<String, ThreatLevel> levels = new HashMap<>();
        for (ObjectGroup group : site.groups()) {
            if (random.nextInt(4) == 0) {
                levels.put(group.id(), ThreatLevel.values()[random.nextInt(ThreatLevel.values().length)]);
            }
        }
        directory.threats(1, levels);
        for (Device device : site.devices()) {
            for (int failures = random.nextInt(3) * 2; failures > 0; failures--) {
                directory.failed(1, device.id(), at.minusSeconds(failures));
            }
        }
    }

    private List<Duration> expected(
            SiteSnapshot site, AccessDecisionPoint trial, Identifier identifier, Device device, Instant at) {
        Duration gained = Duration.ZERO;
        Duration lost = Duration.ZERO;
        for (String direction : Arrays.asList(null, "in", "out")) {
            List<DoorSpan> today = follow(rules, site, identifier, device, direction, at);
            List<DoorSpan> then = follow(trial, site, identifier, device, direction, at);
            TreeSet<Instant> edges = new TreeSet<>();
            today.forEach(span -> edges.add(span.from()));
            then.forEach(span -> edges.add(span.from()));
            edges.add(at.plus(WEEK));
            for (Instant edge : edges.headSet(edges.last())) {
                Duration length = Duration.between(edge, edges.higher(edge));
                boolean opensToday = opens(today, edge);
                boolean opensThen = opens(then, edge);
                gained = opensThen && !opensToday ? gained.plus(length) : gained;
                lost = opensToday && !opensThen ? lost.plus(length) : lost;
            }
        }
        return List.of(gained, lost);
    }

    private static boolean opens(List<DoorSpan> spans, Instant at) {
        return spans.stream().anyMatch(span -> span.opens() && !at.isBefore(span.from()) && at.isBefore(span.until()));
    }

    private static List<DoorSpan> follow(
            AccessDecisionPoint rules,
            SiteSnapshot site,
            Identifier identifier,
            Device device,
            @Nullable String direction,
            Instant at) {
        DoorTimes.Key key = new DoorTimes.Key(
                identifier.id(),
                moment -> Objects.requireNonNull(site.facts(identifier.id(), device, direction, null, moment)));
        return new DoorTimes(rules, DoorTimes.MOST).follow(List.of(key), at, at.plus(WEEK));
    }
}
