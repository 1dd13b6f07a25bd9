package dev.lintel.domain.access;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where it matters who passed before, doors of one area are answered one after the other: the second of two who come in the
 * same moment is decided when it is known what the first was answered. That holds for the doors that one node answers; what
 * another node answers is known here a moment after it was stored.
 */
final class AreaTurns {
    private static final int LANES = 64;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(DoorDatabase.MOST_SECONDS);

    private final Lane[] lanes =
            IntStream.range(0, LANES).mapToObj(lane -> new Lane()).toArray(Lane[]::new);

    /** Whose turn it is. */
    record Area(long project, String group) {}

    /** Those who wait for one another, and the instant at which the last of them was decided. */
    private static final class Lane extends ReentrantLock {
        private static final long serialVersionUID = 1L;
        private Instant last = Instant.MIN;

        /** Who had to wait is decided at the instant at which their turn came, and not before whoever came first. */
        Instant turn(Instant asked) {
            boolean overtaken = asked.isBefore(last) && last.isBefore(asked.plus(LONGEST_WAIT));
            last = overtaken ? last : asked;
            return last;
        }
    }

    /**
     * Does the work when it is its turn.
     *
     * @param area null when nothing that happens elsewhere matters
     * @param asked the instant of the request
     * @param work gets the instant that is decided
     * @throws IllegalStateException when its turn does not come while a door waits
     */
    <T> T inTurn(@Nullable Area area, Instant asked, Function<Instant, T> work) {
        if (area == null) {
            return work.apply(asked);
        }
        Lane lane = lanes[Math.floorMod(area.hashCode(), LANES)];
        await(lane);
        try {
            return work.apply(lane.turn(asked));
        } finally {
            lane.unlock();
        }
    }

    private static void await(Lane lane) {
        try {
            if (lane.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("the doors of this area are not answered in time");
    }
}
