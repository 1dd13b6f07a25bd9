package dev.lintel.domain.access;

import dev.lintel.domain.access.AcsLogStore.NewEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds entries to the ACS log, those that come while others are being written together in one transaction: doors that ask at
 * once wait for one write of the disk and not for one another. One thread writes, so that none of them is handed a lock only
 * to find its entry written. Only for entries that wait for no row of anybody else, since one that did would keep the others
 * waiting.
 */
@Component
class LogTogether implements DisposableBean {
    private static final int MOST_TOGETHER = 64;

    private final AcsLogStore log;
    private final TransactionTemplate transaction;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();

    /** A thread of the system's own, which the database's answer wakes without another in between. */
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("acs-log-writer").factory());

    LogTogether(DoorDatabase doors) {
        this.log = doors.log();
        this.transaction = doors.transaction();
    }

    private record Waiting(NewEntry entry, CompletableFuture<Optional<AcsLogEntry>> written) {}

    /**
     * Adds an entry; committed when this returns.
     *
     * @return the entry with its number; empty when the device's request is in the log already
     */
    Optional<AcsLogEntry> add(NewEntry entry) {
        Waiting mine = new Waiting(entry, new CompletableFuture<>());
        waiting.add(mine);
        writer.execute(this::writeNext);
        try {
            return mine.written().get(DoorDatabase.MOST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | InterruptedException late) {
            if (late instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return givenUp(mine);
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        }
    }

    /** What is given up is not written later on: a door must not be told other things than the log. */
    private Optional<AcsLogEntry> givenUp(Waiting mine) {
        if (waiting.remove(mine)) {
            throw new QueryTimeoutException("the log is not written to in time");
        }
        // it is being written, for which the database has its own limit
        return mine.written()
                .exceptionally(failed -> {
                    throw failure(failed);
                })
                .join();
    }

    private void writeNext() {
        List<Waiting> group = new ArrayList<>();
        Waiting one = waiting.poll();
        while (one != null) {
            group.add(one);
            one = group.size() < MOST_TOGETHER ? waiting.poll() : null;
        }
        if (!group.isEmpty()) {
            write(group);
        }
    }

    private void write(List<Waiting> group) {
        if (group.size() == 1 || !writeTogether(group)) {
            group.forEach(this::writeAlone);
        }
    }

    /** @return false when the database refused one of them and so all, and each may be tried by itself */
    private boolean writeTogether(List<Waiting> group) {
        try {
            List<Optional<AcsLogEntry>> written = Objects.requireNonNull(transaction.execute(status -> {
                try {
                    return log.addAll(group.stream().map(Waiting::entry).toList());
                } catch (DataAccessException refused) {
                    status.setRollbackOnly();
                    return List.of();
                }
            }));
            for (int i = 0; i < written.size(); i++) {
                group.get(i).written().complete(written.get(i));
            }
            return !written.isEmpty();
        } catch (Throwable unknownWhetherCommitted) { // nobody may be left waiting, whatever it was
            group.forEach(one -> one.written().completeExceptionally(unknownWhetherCommitted));
            return true;
        }
    }

    private void writeAlone(Waiting one) {
        try {
            one.written().complete(log.add(one.entry()));
        } catch (Throwable refused) { // as above
            one.written().completeExceptionally(refused);
        }
    }

    private static IllegalStateException failure(@Nullable Throwable cause) {
        return new IllegalStateException("the log entry was not written", cause);
    }

    @Override
    public void destroy() {
        writer.close();
    }
}
