package dev.lintel.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessDecisions;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.site.Site;
import dev.lintel.domain.site.SiteDiff;
import dev.lintel.domain.site.SiteFile;
import dev.lintel.rules.engine.DroolsAccessDecisionPoint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random requests to random worlds: the rules, with everything that gathers facts for them and remembers their answers, must
 * agree with the plain evaluator. {@code -Dlintel.worlds=N} for more worlds, {@code -Dlintel.seed=S -Dlintel.worlds=1} for
 * one world again.
 */
class RandomWorldsTest {
    private static final int WORLDS = Integer.getInteger("lintel.worlds", 400);
    private static final int CHANGES = 4;
    private static final int REQUESTS = 15;
    private static final ReasonCode[] REASONS_OF_SHIPPED_RULES = Arrays.stream(ReasonCode.values())
            .filter(reason -> reason.compareTo(ReasonCode.GRANTED) <= 0 && !reason.isByPolicy())
            .toArray(ReasonCode[]::new);
    private static final AccessDecisionPoint RULES = DroolsAccessDecisionPoint.shipped();

    private final Map<ReasonCode, Integer> answers = new EnumMap<>(ReasonCode.class);

    @Test
    void agreesWithThePlainEvaluator() throws IOException {
        long seed = Long.getLong("lintel.seed", new Random().nextLong() >>> 16);
        System.out.println("random worlds from seed " + seed);
        for (int i = 0; i < WORLDS; i++) {
            new Comparison(seed + i).run();
        }
        int asked = answers.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println(asked + " answers agreed: " + answers);
        assertThat(asked).isGreaterThanOrEqualTo(200 * WORLDS);
        if (WORLDS >= 100) {
            assertThat(answers).containsOnlyKeys(REASONS_OF_SHIPPED_RULES);
            assertThat(answers.get(ReasonCode.GRANTED)).isGreaterThan(asked / 20);
        }
    }

    /** One world from its beginning through its changes. */
    private final class Comparison {
        private final long seed;
        private final Random random;
        private final RandomWorld world;
        private final RandomRequests requests;
        private final AccessDirectory directory = new AccessDirectory();
        private final AccessDecisions decisions = new AccessDecisions(directory, RULES);
        private final List<AccessRequest> before = new ArrayList<>();
        private Site site;
        private ReferenceEvaluator reference;

        Comparison(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.world = new RandomWorld(random);
            this.requests = new RandomRequests(world, random);
            this.site = world.site();
            this.reference = ReferenceEvaluator.of(site);
        }

        void run() throws IOException {
            byte[] file = file(site);
            assertThat(file(SiteFile.read(new ByteArrayInputStream(file)))).isEqualTo(file);
            directory.replace(new Project(1, "world", site.timeZone()), site);
            ask();
            for (int i = 0; i < CHANGES; i++) {
                change();
                ask();
            }
        }

        /** What was asked before is asked again, so that what is remembered is compared, too. */
        private void ask() {
            for (int i = 0; i < REQUESTS; i++) {
                before.add(requests.next());
            }
            for (AccessRequest request : List.copyOf(before)) {
                Decision decision = compare(request);
                if (random.nextInt(2) == 0) {
                    compare(at(request, asLongAsItStands(request.at(), decision)));
                }
            }
        }

        private void change() {
            if (world.one(4)) {
                countPass();
                return;
            }
            world.change();
            Site changed = world.site();
            directory.apply(1, SiteDiff.between(site, changed, true), world.traits());
            become(changed);
        }

        private void countPass() {
            Identifier used = world.anIdentifier();
            Identifier counted = used.withPassesUsed(used.passesUsed() + 1);
            world.replace(used, counted);
            directory.passesUsed(1, used.id(), counted.passesUsed());
            become(world.site());
        }

        private void become(Site changed) {
            site = changed;
            reference = ReferenceEvaluator.of(site);
        }

        /** Some instant in the time for which the decision promises to stay the same, or the first one after it. */
        private Instant asLongAsItStands(Instant at, Decision decision) {
            Instant until = decision.until() == null || decision.until().isAfter(RandomWorld.LAST)
                    ? RandomWorld.LAST
                    : decision.until();
            long seconds = Math.max(1, until.getEpochSecond() - at.getEpochSecond());
            return world.one(2) ? until.minusNanos(random.nextInt(2)) : at.plusSeconds(random.nextLong(seconds));
        }

        private Decision compare(AccessRequest request) {
            ReferenceEvaluator.Answer expected = reference.decide(request);
            Decision decision = decisions.decide(request).decision();
            var actual = new ReferenceEvaluator.Answer(decision.reason(), decision.locks(), decision.restrictions());
            if (!actual.equals(expected)) {
                throw new AssertionError("-Dlintel.seed=%d -Dlintel.worlds=1%n%s%n%s%nexpected %s%nbut was  %s"
                        .formatted(seed, new String(file(site), StandardCharsets.UTF_8), request, expected, decision));
            }
            answers.merge(decision.reason(), 1, Integer::sum);
            return decision;
        }

        private AccessRequest at(AccessRequest request, Instant at) {
            return new AccessRequest(
                    request.deviceSerial(), request.accessPoint(), request.lock(), request.type(), request.value(), at);
        }
    }

    private static byte[] file(Site site) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            SiteFile.write(site, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
