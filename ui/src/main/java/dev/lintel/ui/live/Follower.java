package dev.lintel.ui.live;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One page that follows a topic. While the page is busy, or has got all that somebody can read in a second, the newest news
 * wait here, up to a bound, and the others are counted.
 */
final class Follower<T> {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final UI ui;
    private final Predicate<T> wanted;
    private final Consumer<Batch<T>> receiver;
    private final Pace pace;
    private final Deque<T> waiting = new ArrayDeque<>();
    private int missed;
    private boolean called;
    private boolean owesCalm;
    private long second;
    private int brought;

    /**
     * How much a page gets.
     *
     * @param perSecond how many items in one second at most
     * @param atOnce how many wait at most
     */
    record Pace(int perSecond, int atOnce) {
        /** For news that are few. */
        static final Pace UNBOUNDED = new Pace(Integer.MAX_VALUE, 500);

        /** For news of which there may be more than anybody can read. */
        static Pace of(int perSecond) {
            return new Pace(perSecond, perSecond);
        }
    }

    Follower(UI ui, Predicate<T> wanted, Pace pace, Consumer<Batch<T>> receiver) {
        this.ui = ui;
        this.wanted = wanted;
        this.pace = pace;
        this.receiver = receiver;
    }

    /**
     * Takes what has come since the last beat.
     *
     * @param lost how many came that nobody could look at
     * @param nanos the time
     * @return false when the page is gone
     */
    boolean take(List<T> items, int lost, long nanos) {
        synchronized (waiting) {
            items.stream().filter(wanted).forEach(this::keep);
            missed += lost;
            if (called || !isDue(nanos)) {
                return true;
            }
            called = true;
        }
        try {
            ui.access(() -> receiver.accept(all()));
            return true;
        } catch (UIDetachedException gone) {
            return false;
        }
    }

    private void keep(T item) {
        if (waiting.size() == pace.atOnce()) {
            waiting.removeFirst();
            missed++;
        }
        waiting.addLast(item);
    }

    private boolean isDue(long nanos) {
        boolean anotherSecond = nanos - second >= SECOND;
        if (anotherSecond) {
            second = nanos;
            brought = 0;
        }
        return waiting.isEmpty() && missed == 0 ? owesCalm && anotherSecond : brought < pace.perSecond();
    }

    private Batch<T> all() {
        synchronized (waiting) {
            while (waiting.size() > pace.perSecond() - brought) {
                waiting.removeFirst();
                missed++;
            }
            Batch<T> batch = new Batch<>(List.copyOf(waiting), missed);
            brought += waiting.size();
            owesCalm = missed > 0;
            waiting.clear();
            missed = 0;
            called = false;
            return batch;
        }
    }
}
