package dev.lintel.domain.audit.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the database with several connections that all see the same moment, one such reading at a time. */
@Component
class OneMoment {
    /** Each takes a connection, and doors need some as well. */
    private static final int MOST_CONNECTIONS = 4;

    private static final long TOLD_EVERY_MILLIS = 100;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate reading;

    OneMoment(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Does tasks at once that read what the moment was. */
    @FunctionalInterface
    interface Readers {
        /** @param meanwhile called now and then until all tasks are done, of which the first begin first */
        void readAll(List<Runnable> tasks, Runnable meanwhile);
    }

    /** Holds the moment on one connection, on which the work itself reads. */
    synchronized <T> T read(Function<Readers, T> work) {
        return Objects.requireNonNull(reading.execute(status -> {
            String snapshot = Objects.requireNonNull(jdbc.queryForObject("select pg_export_snapshot()", String.class));
            return work.apply((tasks, meanwhile) -> readAll(snapshot, tasks, meanwhile));
        }));
    }

    private void readAll(String snapshot, List<Runnable> tasks, Runnable meanwhile) {
        int threads = Math.min(MOST_CONNECTIONS, Runtime.getRuntime().availableProcessors());
        try (ExecutorService readers = Executors.newFixedThreadPool(threads)) {
            try {
                List<Future<?>> running = new ArrayList<>();
                tasks.forEach(task -> running.add(readers.submit(() -> within(snapshot, task))));
                running.forEach(task -> await(task, meanwhile));
            } finally {
                readers.shutdownNow();
            }
        }
    }

    private void within(String snapshot, Runnable task) {
        reading.executeWithoutResult(status -> {
            // made by the database: hexadecimal digits and dashes
            jdbc.execute("set transaction snapshot '" + snapshot + "'");
            task.run();
        });
    }

    private static void await(Future<?> task, Runnable meanwhile) {
        while (true) {
            try {
                task.get(TOLD_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException working) {
                meanwhile.run();
            } catch (ExecutionException failure) {
                throw new IllegalStateException("the logs could not be read", failure.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while reading the logs", stopped);
            }
        }
    }
}
