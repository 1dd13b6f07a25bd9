package dev.lintel.ui.live;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * One kind of news, handed on in batches to whoever follows it. Whatever happens at the doors, this holds no more than
 * its bounds: what does not fit is counted as missed, and a follower that missed something looks it up again.
 */
public final class Topic<T> {
    /** How many items may wait between two beats. */
    static final int MOST_ARRIVING = 5_000;

    private final BlockingQueue<T> arriving = new ArrayBlockingQueue<>(MOST_ARRIVING);
    private final AtomicInteger missed = new AtomicInteger();
    private final Set<Follower<T>> followers = ConcurrentHashMap.newKeySet();
    private final Predicate<UI> outdated;
    private final Follower.Pace pace;
    private final LongSupplier nanos;

    /** @param outdated whether a page must get nothing more, asked with its session locked */
    Topic(Predicate<UI> outdated) {
        this(outdated, Follower.Pace.UNBOUNDED, System::nanoTime);
    }

    /**
     * A topic of which a page gets only so much as somebody can read.
     *
     * @param nanos a clock that only goes forward
     */
    Topic(Predicate<UI> outdated, Follower.Pace pace, LongSupplier nanos) {
        this.outdated = outdated;
        this.pace = pace;
        this.nanos = nanos;
    }

    /**
     * Follows until the registration is removed or the page is gone.
     *
     * @param wanted asked on another thread for every item, so it must not touch the page
     * @param receiver called with the page's session locked, not again before it has returned
     */
    public Registration follow(UI ui, Predicate<T> wanted, Consumer<Batch<T>> receiver) {
        Follower<T> follower = new Follower<>(ui, wanted, pace, news -> {
            if (outdated.test(ui)) {
                ui.getPage().reload();
            } else {
                receiver.accept(news);
            }
        });
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    /** Takes an item in. Never waits: the door that it comes from does. */
    void publish(T item) {
        if (!followers.isEmpty() && !arriving.offer(item)) {
            missed.incrementAndGet();
        }
    }

    /** Hands on what has come since the last beat. */
    void beat() {
        List<T> items = new ArrayList<>();
        arriving.drainTo(items);
        int lost = missed.getAndSet(0);
        long now = nanos.getAsLong();
        followers.removeIf(follower -> !follower.take(items, lost, now));
    }

    int followers() {
        return followers.size();
    }
}
