package dev.lintel.routes.mqtt;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One waiting line per device: what one device sends is done in its order, and no device waits for another. A line costs
 * nothing while it is empty.
 */
final class Lanes {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private final Map<String, Queue<Runnable>> waiting = new HashMap<>();
    private final Executor executor;
    private final int longest;

    /**
     * @param executor runs the lines; its threads may block
     * @param longest how many tasks may wait in one line, from 1
     */
    Lanes(Executor executor, int longest) {
        this.executor = executor;
        this.longest = longest;
    }

    /** @return false when the line is full; the task is then not taken */
    boolean submit(String lane, Runnable task) {
        synchronized (waiting) {
            Queue<Runnable> line = waiting.get(lane);
            if (line != null) {
                return line.size() < longest && line.add(task);
            }
            waiting.put(lane, new ArrayDeque<>());
        }
        executor.execute(() -> drain(lane, task));
        return true;
    }

    /** How many devices have something running or waiting. */
    int busy() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    private void drain(String lane, Runnable first) {
        @Nullable Runnable task = first;
        while (task != null) {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("a device message failed unexpectedly", e);
            }
            task = next(lane);
        }
    }

    private @Nullable Runnable next(String lane) {
        synchronized (waiting) {
            Queue<Runnable> line = waiting.get(lane);
            Runnable task = line == null ? null : line.poll();
            if (task == null) {
                waiting.remove(lane);
            }
            return task;
        }
    }
}
