package dev.lintel.domain.access;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the rest of the server what has been recorded, in order, on a thread of its own: however slow a listener is, no
 * door waits for it. What is told here is in the database already; news that nobody can keep up with are dropped.
 */
@Component
class AcsLogNews implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(AcsLogNews.class);
    private static final int MOST_WAITING = 10_000;
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final ApplicationEventPublisher events;
    private final ThreadPoolExecutor teller = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("acs-log-news").factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    AcsLogNews(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** Publishes {@link AcsLogEntry.Recorded} soon. */
    void publish(AcsLogEntry entry) {
        later(() -> events.publishEvent(new AcsLogEntry.Recorded(entry)));
    }

    /** Publishes {@link AcsLogEntry.Recorded} when the transaction that stores the entry has been committed. */
    void publishAfterCommit(AcsLogEntry entry) {
        afterCommit(() -> publish(entry));
    }

    /** Does something when the transaction that is under way has been committed. */
    void afterCommit(Runnable task) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                task.run();
            }
        });
    }

    /** Does something that need not be done before the door is answered, and may fail. */
    void later(Runnable task) {
        teller.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException failure) {
                LOG.warn("a listener to the access log failed", failure);
            }
        });
    }

    @Override
    public void destroy() throws InterruptedException {
        teller.shutdown();
        if (!teller.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
            teller.shutdownNow();
        }
    }
}
