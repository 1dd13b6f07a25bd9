package dev.lintel.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessDecisions;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.matrix.MatrixCell;
import dev.lintel.domain.access.matrix.MatrixInMemory;
import dev.lintel.domain.access.matrix.MatrixWay;
import dev.lintel.domain.access.matrix.Opens;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.site.Site;
import dev.lintel.rules.engine.DroolsAccessDecisionPoint;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The matrix of random worlds, cell by cell, against the decision at the door and against the plain evaluator: who can open a
 * door is whom it would open to, and a cell that is missing would be refused at any time. {@code -Dlintel.matrixWorlds=N}
 * for more worlds, {@code -Dlintel.seed=S -Dlintel.matrixWorlds=1} for one world again.
 */
@Tag("AM-1")
@Tag("RU-7")
class MatrixWorldsTest {
    private static final int WORLDS = Integer.getInteger("lintel.matrixWorlds", 150);
    private static final List<@Nullable String> DIRECTIONS = Arrays.asList(null, "in", "out");
    private static final List<@Nullable Integer> LOCKS = Arrays.asList(null, 1, 2, 3);
    private static final AccessDecisionPoint RULES = DroolsAccessDecisionPoint.shipped();

    private final Map<Opens, Integer> cells = new EnumMap<>(Opens.class);
    private int missing;

    @Test
    void everyCellIsWhatTheDoorWouldSay() {
        long seed = Long.getLong("lintel.seed", new Random().nextLong() >>> 16);
        System.out.println("random matrices from seed " + seed);
        for (int i = 0; i < WORLDS; i++) {
            new Comparison(seed + i).run();
        }
        System.out.println(cells + " cells agreed, and " + missing + " that are not there");
        if (WORLDS >= 100) {
            assertThat(cells).containsOnlyKeys(Opens.values());
            assertThat(cells.get(Opens.NOW)).isGreaterThan(WORLDS);
            assertThat(missing).isGreaterThan(WORLDS);
        }
    }

    /** One world at some moments. */
    private final class Comparison {
        private final long seed;
        private final RandomRequests requests;
        private final Site site;
        private final ReferenceEvaluator reference;
        private final AccessDecisions decisions;
        private final MatrixInMemory matrix;

        Comparison(long seed) {
            this.seed = seed;
            Random random = new Random(seed);
            RandomWorld world = new RandomWorld(random);
            this.requests = new RandomRequests(world, random);
            this.site = world.site();
            this.reference = ReferenceEvaluator.of(site);
            AccessDirectory directory = new AccessDirectory();
            directory.replace(new Project(1, "world", site.timeZone()), site);
            this.decisions = new AccessDecisions(directory, RULES);
            this.matrix = new MatrixInMemory(directory, RULES);
        }

        void run() {
            for (int i = 0; i < 3; i++) {
                Instant at = requests.next().at();
                for (Identifier identifier : site.identifiers()) {
                    everyDirection(identifier, at);
                    for (String direction : DIRECTIONS) {
                        for (Integer lock : LOCKS) {
                            oneDirection(identifier, at, direction, lock);
                        }
                    }
                }
            }
        }

        /** Asked for one direction, or for none at all when restrictions tell none. */
        private void oneDirection(
                Identifier identifier, Instant at, @Nullable String direction, @Nullable Integer lock) {
            List<MatrixCell> found = matrix.cells(1, identifier, at, direction, lock);
            for (Device device : site.devices()) {
                AccessRequest request =
                        new AccessRequest(device.serial(), direction, lock, identifier.type(), identifier.value(), at);
                List<MatrixCell> here = found.stream()
                        .filter(cell -> cell.place().device().equals(device))
                        .filter(cell -> Objects.equals(cell.place().accessPoint(), direction))
                        .toList();
                if (here.isEmpty()) {
                    missing(request);
                } else {
                    assertThat(here).hasSize(1);
                    agrees(request, here.getFirst());
                }
            }
        }

        private void agrees(AccessRequest request, MatrixCell cell) {
            Decision decision = decisions.decide(request).decision();
            ReferenceEvaluator.Answer expected = reference.decide(request);
            if (cell.reason() != expected.reason()
                    || cell.reason() != decision.reason()
                    || cell.opens() == Opens.NOW != decision.isGranted()
                    || !cell.ways().stream()
                            .map(MatrixWay::restriction)
                            .toList()
                            .containsAll(expected.restrictions())) {
                throw failure(request, cell + " but " + expected + " and " + decision);
            }
            Instant until = cell.until();
            if (until != null && until.isBefore(RandomWorld.LAST)) {
                AccessRequest later = at(request, until.minusNanos(1));
                if (reference.decide(later).reason() != cell.reason()) {
                    throw failure(request, cell.reason() + " does not last until " + until);
                }
            }
            cells.merge(cell.opens(), 1, Integer::sum);
        }

        /** What is not in the matrix opens at no time, as far as restrictions go. */
        private void missing(AccessRequest request) {
            ReasonCode reason = reference.decide(request).reason();
            if (reason == ReasonCode.GRANTED
                    || reason == ReasonCode.OUTSIDE_SCHEDULE
                    || decisions.decide(request).decision().isGranted()) {
                throw failure(request, "no cell but " + reason);
            }
            missing++;
        }

        /** Not asked for a direction, each that matters is told: what opens is in one of the cells. */
        private void everyDirection(Identifier identifier, Instant at) {
            List<MatrixCell> found = matrix.cells(1, identifier, at, null, null);
            for (Device device : site.devices()) {
                for (String direction : DIRECTIONS) {
                    AccessRequest request = new AccessRequest(
                            device.serial(), direction, null, identifier.type(), identifier.value(), at);
                    boolean told = found.stream()
                            .filter(cell -> cell.place().device().equals(device))
                            .filter(cell -> cell.place().accessPoint() == null
                                    || cell.place().accessPoint().equals(direction))
                            .anyMatch(cell -> cell.opens() == Opens.NOW);
                    if (told != decisions.decide(request).decision().isGranted()) {
                        throw failure(request, "told " + told);
                    }
                }
            }
        }

        private AccessRequest at(AccessRequest request, Instant at) {
            return new AccessRequest(
                    request.deviceSerial(), request.accessPoint(), request.lock(), request.type(), request.value(), at);
        }

        private AssertionError failure(AccessRequest request, String what) {
            return new AssertionError(
                    "-Dlintel.seed=%d -Dlintel.matrixWorlds=1%n%s%n%s".formatted(seed, request, what));
        }
    }
}
