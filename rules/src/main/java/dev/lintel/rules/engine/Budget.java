package dev.lintel.rules.engine;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What one evaluation of rules may cost. It is looked at each time a rule fires; rules that go beyond are given up. */
final class Budget {
    /** Rules that fire more often than this for one request have run away. */
    static final int MOST_FIRINGS = 10_000;

    /** Nobody waits at a door for longer. A decision takes microseconds, and the first of a server a part of a second. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** A decision takes some tens of kilobytes, and the first of a server a few megabytes. */
    private static final long MOST_BYTES = 128L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long begun = System.nanoTime();
    private final long before = THREADS.getCurrentThreadAllocatedBytes();

    /** @throws IllegalStateException beyond the time or the memory */
    void check() {
        if (System.nanoTime() - begun > LONGEST.toNanos()) {
            throw new IllegalStateException("rules take too long");
        }
        if (THREADS.getCurrentThreadAllocatedBytes() - before > MOST_BYTES) {
            throw new IllegalStateException("rules take too much memory");
        }
    }

    /** @throws IllegalStateException beyond everything */
    void check(int fired) {
        check();
        if (fired >= MOST_FIRINGS) {
            throw new IllegalStateException("rules have run away");
        }
    }
}
