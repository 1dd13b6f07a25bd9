package dev.lintel.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessDecisions;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.access.matrix.DoorSpan;
import dev.lintel.domain.access.matrix.DoorTimes;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.site.Site;
import dev.lintel.rules.engine.DroolsAccessDecisionPoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Weeks of doors in random worlds, among them those in which clocks are changed: at both edges of each span and somewhere in
 * it, the decision at the door and the plain evaluator say what the span says. {@code -Dlintel.weekWorlds=N} for more worlds,
 * {@code -Dlintel.seed=S -Dlintel.weekWorlds=1} for one world again.
 */
@Tag("RU-7")
class WeekWorldsTest {
    private static final int WORLDS = Integer.getInteger("lintel.weekWorlds", 150);
    private static final int WEEKS = 12;
    private static final int MOST_SPANS = 40;
    private static final Duration USUAL = Duration.ofDays(7);
    private static final List<@Nullable String> DIRECTIONS = Arrays.asList(null, "in", "out");
    private static final List<@Nullable Integer> LOCKS = Arrays.asList(null, null, 1, 2);
    private static final AccessDecisionPoint RULES = DroolsAccessDecisionPoint.shipped();

    private final Map<ReasonCode, Integer> spans = new EnumMap<>(ReasonCode.class);
    private int changes;
    private int changedClocks;

    @Test
    void atItsEdgesAndWithinEachSpanIsWhatTheDoorWouldSay() {
        long seed = Long.getLong("lintel.seed", new Random().nextLong() >>> 16);
        System.out.println("random weeks from seed " + seed);
        for (int i = 0; i < WORLDS; i++) {
            new Comparison(seed + i).run();
        }
        System.out.println(
                spans + " spans agreed, " + changes + " changes, " + changedClocks + " weeks of other lengths");
        if (WORLDS >= 100) {
            assertThat(spans).containsKeys(ReasonCode.GRANTED, ReasonCode.OUTSIDE_SCHEDULE, ReasonCode.EXPIRED);
            assertThat(changes).isGreaterThan(WORLDS / 2);
            assertThat(changedClocks).isPositive();
        }
    }

    /** One world and some weeks. */
    private final class Comparison {
        private final long seed;
        private final Random random;
        private final RandomWorld world;
        private final RandomRequests requests;
        private final Site site;
        private final ReferenceEvaluator reference;
        private final AccessDecisions decisions;
        private final SiteSnapshot snapshot;

        Comparison(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.world = new RandomWorld(random);
            this.requests = new RandomRequests(world, random);
            this.site = world.site();
            this.reference = ReferenceEvaluator.of(site);
            AccessDirectory directory = new AccessDirectory();
            directory.replace(new Project(1, "world", site.timeZone()), site);
            this.decisions = new AccessDecisions(directory, RULES);
            this.snapshot = Objects.requireNonNull(directory.site(1));
        }

        void run() {
            for (int i = 0; i < WEEKS; i++) {
                LocalDate first = LocalDate.ofInstant(requests.next().at(), site.timeZone())
                        .minusDays(random.nextInt(7));
                Instant from = first.atStartOfDay(site.timeZone()).toInstant();
                Instant until = first.plusDays(7).atStartOfDay(site.timeZone()).toInstant();
                if (until.isBefore(RandomWorld.LAST)) {
                    changedClocks += Duration.between(from, until).equals(USUAL) ? 0 : 1;
                    compare(world.one(3) ? ofOnePerson() : List.of(world.anIdentifier()), from, until);
                }
            }
        }

        private List<Identifier> ofOnePerson() {
            String user = world.anIdentifier().user();
            return site.identifiers().stream()
                    .filter(one -> one.user().equals(user))
                    .toList();
        }

        private void compare(List<Identifier> presented, Instant from, Instant until) {
            Device device = world.pick(site.devices());
            String direction = world.pick(DIRECTIONS);
            Integer lock = world.pick(LOCKS);
            List<DoorTimes.Key> keys = presented.stream()
                    .map(one -> new DoorTimes.Key(
                            one.id(),
                            at -> Objects.requireNonNull(snapshot.facts(one.id(), device, direction, lock, at))))
                    .toList();
            List<DoorSpan> week = new DoorTimes(RULES, DoorTimes.MOST).follow(keys, from, until);
            List<AccessRequest> asked = presented.stream()
                    .map(one -> new AccessRequest(device.serial(), direction, lock, one.type(), one.value(), from))
                    .toList();
            isWhole(week, from, until);
            for (DoorSpan span : some(week)) {
                long seconds = Duration.between(span.from(), span.until()).toSeconds();
                agrees(span, asked, span.from());
                agrees(span, asked, span.until().minusNanos(1));
                agrees(span, asked, span.from().plusSeconds(seconds < 2 ? 0 : random.nextLong(seconds)));
                spans.merge(span.reason(), 1, Integer::sum);
            }
            changes += week.size() - 1;
        }

        private List<DoorSpan> some(List<DoorSpan> week) {
            int first = week.size() <= MOST_SPANS ? 0 : random.nextInt(week.size() - MOST_SPANS);
            return week.subList(first, Math.min(week.size(), first + MOST_SPANS));
        }

        private void isWhole(List<DoorSpan> week, Instant from, Instant until) {
            Instant at = from;
            for (DoorSpan span : week) {
                assertThat(span.from()).as("-Dlintel.seed=%d", seed).isEqualTo(at);
                at = span.until();
            }
            assertThat(at).as("-Dlintel.seed=%d", seed).isEqualTo(until);
        }

        private void agrees(DoorSpan span, List<AccessRequest> asked, Instant at) {
            List<Said> engine = new ArrayList<>();
            List<Said> plain = new ArrayList<>();
            for (AccessRequest one : asked) {
                AccessRequest request = new AccessRequest(
                        one.deviceSerial(), one.accessPoint(), one.lock(), one.type(), one.value(), at);
                Decision decision = decisions.decide(request).decision();
                engine.add(new Said(decision.reason(), decision.locks(), decision.restrictions()));
                ReferenceEvaluator.Answer answer = reference.decide(request);
                plain.add(new Said(answer.reason(), answer.locks(), answer.restrictions()));
            }
            Said said = new Said(span.reason(), span.locks(), span.restrictions());
            if (!said.equals(together(engine)) || !said.equals(together(plain))) {
                throw new AssertionError("-Dlintel.seed=%d -Dlintel.weekWorlds=1%n%s of%n%s%nat %s%nengine %s%nplain %s"
                        .formatted(seed, span, asked, at, engine, plain));
            }
        }
    }

    private record Said(ReasonCode reason, List<Integer> locks, List<String> restrictions) {}

    /** It opens where any opens, and by what opens any; else the furthest that any came is told. */
    private static Said together(List<Said> each) {
        List<Said> granted =
                each.stream().filter(one -> one.reason() == ReasonCode.GRANTED).toList();
        ReasonCode furthest =
                each.stream().map(Said::reason).max(ReasonCode::compareTo).orElseThrow();
        TreeSet<Integer> locks = new TreeSet<>();
        TreeSet<String> restrictions = new TreeSet<>();
        granted.forEach(one -> {
            locks.addAll(one.locks());
            restrictions.addAll(one.restrictions());
        });
        return new Said(furthest, List.copyOf(locks), List.copyOf(restrictions));
    }
}
