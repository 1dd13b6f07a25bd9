package dev.lintel.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TopicTest {
    private static final int BEATS_PER_SECOND = 5;

    private final Topic<Integer> topic = new Topic<>(page -> false);
    private final Page page = new Page();
    private final List<Batch<Integer>> received = new ArrayList<>();

    @Test
    void bringsWhatIsWantedInOrderAndInOneBatch() {
        topic.follow(page, number -> number % 2 == 0, received::add);
        IntStream.range(0, 5).forEach(topic::publish);
        topic.beat();
        page.catchUp();
        assertThat(received).containsExactly(new Batch<>(List.of(0, 2, 4), 0));
    }

    @Test
    void asksABusyPageOnceAndKeepsNoMoreThanItsBound() {
        topic.follow(page, number -> true, received::add);
        for (int beat = 0; beat < 100; beat++) {
            IntStream.range(0, 100).forEach(topic::publish);
            topic.beat();
        }
        assertThat(page.commands).hasSize(1);
        page.catchUp();
        assertThat(received).singleElement().satisfies(batch -> {
            assertThat(batch.items()).hasSize(Follower.Pace.UNBOUNDED.atOnce());
            assertThat(batch.missed()).isEqualTo(10_000 - Follower.Pace.UNBOUNDED.atOnce());
        });
    }

    @Test
    void neverKeepsADoorWaitingHoweverMuchArrives() {
        topic.follow(page, number -> true, received::add);
        IntStream.range(0, Topic.MOST_ARRIVING + 7).forEach(topic::publish);
        topic.beat();
        page.catchUp();
        assertThat(received).singleElement().satisfies(batch -> assertThat(
                        batch.items().size() + batch.missed())
                .isEqualTo(Topic.MOST_ARRIVING + 7));
    }

    @Test
    @Tag("AL-1")
    void bringsAFewOfFiveHundredEventsASecondAndCountsTheOthersExactly() {
        AtomicLong nanos = new AtomicLong();
        Topic<Integer> busy = new Topic<>(page -> false, Follower.Pace.of(10), nanos::get);
        busy.follow(page, number -> number % 10 != 0, received::add);
        for (int beat = 0; beat < 6 * BEATS_PER_SECOND; beat++) {
            int first = beat * 100;
            IntStream.range(first, first + 100).forEach(busy::publish);
            beat(busy, nanos);
        }

        assertThat(received).hasSize(7).allSatisfy(batch -> assertThat(batch.items())
                .hasSizeLessThanOrEqualTo(10));
        assertThat(received.get(3))
                .isEqualTo(new Batch<>(List.of(1489, 1491, 1492, 1493, 1494, 1495, 1496, 1497, 1498, 1499), 440));
        assertThat(received.stream()
                        .mapToInt(batch -> batch.items().size() + batch.missed())
                        .sum())
                .isEqualTo(6 * 500 * 9 / 10);
    }

    @Test
    void saysOnceThatItIsCalmAgain() {
        AtomicLong nanos = new AtomicLong();
        Topic<Integer> busy = new Topic<>(page -> false, Follower.Pace.of(10), nanos::get);
        busy.follow(page, number -> true, received::add);
        IntStream.range(0, 100).forEach(busy::publish);
        for (int beat = 0; beat < 4 * BEATS_PER_SECOND; beat++) {
            beat(busy, nanos);
        }

        assertThat(received).hasSize(2);
        assertThat(received.getFirst().missed()).isEqualTo(90);
        assertThat(received.getLast().isCalm()).isTrue();
    }

    @Test
    void whatIsFewComesAtOnceAndWhole() {
        AtomicLong nanos = new AtomicLong();
        Topic<Integer> quiet = new Topic<>(page -> false, Follower.Pace.of(10), nanos::get);
        quiet.follow(page, number -> true, received::add);
        for (int beat = 0; beat < BEATS_PER_SECOND; beat++) {
            quiet.publish(beat);
            beat(quiet, nanos);
        }

        assertThat(received).hasSize(BEATS_PER_SECOND).allSatisfy(batch -> assertThat(batch.missed())
                .isZero());
    }

    private void beat(Topic<Integer> topic, AtomicLong nanos) {
        nanos.addAndGet(Duration.ofSeconds(1).toNanos() / BEATS_PER_SECOND);
        topic.beat();
        page.catchUp();
    }

    @Test
    void forgetsAPageThatIsGone() {
        topic.follow(page, number -> true, received::add);
        page.gone = true;
        topic.publish(1);
        topic.beat();
        assertThat(topic.followers()).isZero();
    }

    @Test
    void isSilentOnceNobodyFollows() {
        topic.follow(page, number -> true, received::add).remove();
        topic.publish(1);
        topic.beat();
        page.catchUp();
        assertThat(received).isEmpty();
    }

    /** A page whose commands wait until it catches up, as they do while its session is locked. */
    private static final class Page extends UI {
        private static final long serialVersionUID = 1L;

        private final transient Queue<Command> commands = new ArrayDeque<>();
        private boolean gone;

        @Override
        public Future<Void> access(Command command) {
            if (gone) {
                throw new UIDetachedException();
            }
            commands.add(command);
            return CompletableFuture.completedFuture(null);
        }

        void catchUp() {
            while (!commands.isEmpty()) {
                commands.remove().execute();
            }
        }
    }
}
