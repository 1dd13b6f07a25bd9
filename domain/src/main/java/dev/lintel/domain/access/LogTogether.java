package dev.lintel.domain.access;

import dev.lintel.domain.access.AcsLogStore.NewEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds entries to the ACS log, those that come while another is being written together in one transaction: doors that ask at
 * once wait for one write of the disk and not for one another. Whoever comes first writes for all. Only for entries that
 * wait for no row of anybody else, since one that did would keep the others waiting.
 */
@Component
class LogTogether {
    private static final int MOST_TOGETHER = 64;

    private final AcsLogStore log;
    private final TransactionTemplate transaction;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    LogTogether(DoorDatabase doors) {
        this.log = new AcsLogStore(doors.jdbc());
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
        awaitTurn(mine);
        try {
            while (!mine.written().isDone()) {
                write(next());
            }
        } finally {
            writing.unlock();
        }
        return result(mine);
    }

    /** What is given up here is not written later on: a door must not be told other things than the log. */
    private void awaitTurn(Waiting mine) {
        try {
            if (writing.tryLock(DoorDatabase.MOST_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (waiting.remove(mine)) {
            throw new QueryTimeoutException("the log is not written to in time");
        }
        writing.lock();
    }

    private List<Waiting> next() {
        List<Waiting> group = new ArrayList<>();
        Waiting one = waiting.poll();
        while (one != null) {
            group.add(one);
            one = group.size() < MOST_TOGETHER ? waiting.poll() : null;
        }
        return group;
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
        } catch (RuntimeException unknownWhetherCommitted) {
            group.forEach(one -> one.written().completeExceptionally(unknownWhetherCommitted));
            return true;
        }
    }

    private void writeAlone(Waiting one) {
        try {
            one.written().complete(log.add(one.entry()));
        } catch (RuntimeException refused) {
            one.written().completeExceptionally(refused);
        }
    }

    private static Optional<AcsLogEntry> result(Waiting mine) {
        try {
            return mine.written().join();
        } catch (CompletionException failed) {
            throw new IllegalStateException("the log entry was not written", failed.getCause());
        }
    }
}
