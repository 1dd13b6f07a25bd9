package dev.lintel.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopicTest {
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
            assertThat(batch.items()).hasSize(Follower.MOST_WAITING);
            assertThat(batch.missed()).isEqualTo(10_000 - Follower.MOST_WAITING);
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
