package dev.lintel.ui.live;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One page that follows a topic. While the page is busy, news wait here, up to a bound. */
final class Follower<T> {
    static final int MOST_WAITING = 500;

    private final UI ui;
    private final Predicate<T> wanted;
    private final Consumer<Batch<T>> receiver;
    private final Deque<T> waiting = new ArrayDeque<>();
    private int missed;
    private boolean called;

    Follower(UI ui, Predicate<T> wanted, Consumer<Batch<T>> receiver) {
        this.ui = ui;
        this.wanted = wanted;
        this.receiver = receiver;
    }

    /** @return false when the page is gone */
    boolean take(List<T> items, int lost) {
        List<T> mine = items.stream().filter(wanted).toList();
        if (mine.isEmpty() && lost == 0) {
            return true;
        }
        synchronized (waiting) {
            mine.forEach(this::keep);
            missed += lost;
            if (called) {
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
        if (waiting.size() == MOST_WAITING) {
            waiting.removeFirst();
            missed++;
        }
        waiting.addLast(item);
    }

    private Batch<T> all() {
        synchronized (waiting) {
            Batch<T> batch = new Batch<>(List.copyOf(waiting), missed);
            waiting.clear();
            missed = 0;
            called = false;
            return batch;
        }
    }
}
