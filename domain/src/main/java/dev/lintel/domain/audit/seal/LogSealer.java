package dev.lintel.domain.audit.seal;

import dev.lintel.domain.access.AcsLogEntry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Seals entries right after they have been committed, on a thread of its own, so that no door waits for it (see
 * {@code domain/decisions/2026-11-22-why-the-logs-are-sealed-after-the-commit.md}). Looks by itself as well, for what a
 * node has left that died between commit and seal.
 */
@Component
public class LogSealer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LogSealer.class);
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

    /** At a busy hour entries are sealed by the dozen: a seal for each would cost more than the entries. */
    private static final Duration GATHERS = Duration.ofMillis(100);

    private static final Duration FORGETS_EVERY = Duration.ofMinutes(1);
    private static final Duration LAST_BATCH = Duration.ofSeconds(5);

    private final Sealing sealing;
    private final BeforeSealing before;
    private final Semaphore news = new Semaphore(0);
    private volatile @Nullable Thread sealer;
    private volatile boolean running;

    LogSealer(Sealing sealing, BeforeSealing before) {
        this.sealing = sealing;
        this.before = before;
    }

    @Override
    public void start() {
        running = true;
        sealer = Thread.ofPlatform().daemon().name("log-sealer").start(this::work);
    }

    /** Lets it finish what it is at; what still waits is sealed at the next start. */
    @Override
    public void stop() {
        running = false;
        news.release();
        Thread ending = sealer;
        if (ending == null) {
            return;
        }
        try {
            ending.join(LAST_BATCH);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Something that is to be sealed has been committed. */
    public void wake() {
        news.release();
    }

    @EventListener(AcsLogEntry.Recorded.class)
    void recorded() {
        wake();
    }

    private void work() {
        long forgot = System.nanoTime() - FORGETS_EVERY.toNanos();
        while (running) {
            try {
                news.tryAcquire(LOOKS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                news.drainPermits();
                sealAll();
                if (System.nanoTime() - forgot >= FORGETS_EVERY.toNanos()) {
                    // behind the sealing: what waited for longer than an erasure is kept has been replaced by now
                    forgot = System.nanoTime();
                    before.forgetOld();
                }
                TimeUnit.MILLISECONDS.sleep(GATHERS.toMillis());
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                if (running) {
                    LOG.warn("the logs could not be sealed; trying again", failure);
                }
            }
        }
    }

    private void sealAll() {
        for (Sealing.Waiting waiting : sealing.waiting()) {
            boolean more = true;
            while (more && running) {
                more = sealing.seal(waiting);
            }
        }
    }
}
