package dev.lintel.domain.access;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.access.AccessDecisions.Decided;
import dev.lintel.domain.access.AcsLogStore.NewEntry;
import dev.lintel.domain.identifier.IdentifierType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LogTogetherIT extends DatabaseIT {
    private static final String UNSTORABLE = "\0";

    @Autowired
    LogTogether together;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void entriesThatComeTogetherAreCommittedTogether() throws Exception {
        List<Optional<AcsLogEntry>> added = addWhileTheLogIsBusy("a", "b", "c", "b");

        assertThat(added).filteredOn(Optional::isPresent).hasSize(3);
        assertThat(requests("together")).contains("a", "b", "c");
        assertThat(jdbc.queryForObject(
                        "select count(distinct xmin::text) from acs_log where request_id in ('a', 'b', 'c')",
                        Integer.class))
                .isEqualTo(1);
    }

    @Test
    void entryThatIsRefusedTakesNoOtherWithIt() throws Exception {
        List<Optional<AcsLogEntry>> added = addWhileTheLogIsBusy("d", UNSTORABLE, "e", "e", "f");

        assertThat(added).filteredOn(Optional::isPresent).hasSize(3);
        assertThat(requests("together")).contains("d", "e", "f");
    }

    /** The entries wait for one that is being written; empty for each that was not stored. */
    private List<Optional<AcsLogEntry>> addWhileTheLogIsBusy(String... requestIds) throws Exception {
        FutureTask<Optional<AcsLogEntry>> writing = new FutureTask<>(() -> together.add(entry("writing", null)));
        List<FutureTask<Optional<AcsLogEntry>>> waiting = Stream.of(requestIds)
                .map(id -> new FutureTask<>(() -> added(entry("together", id))))
                .toList();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.execute("lock table acs_log in share mode");
            Thread.ofPlatform().start(writing);
            while (requireNonNull(jdbc.queryForObject("select count(*) from pg_locks where not granted", Integer.class))
                    == 0) {
                Thread.onSpinWait();
            }
            List<Thread> threads =
                    waiting.stream().map(Thread.ofPlatform()::start).toList();
            while (!threads.stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING)) {
                Thread.onSpinWait();
            }
        });
        assertThat(writing.get()).isPresent();
        List<Optional<AcsLogEntry>> added = new ArrayList<>();
        for (FutureTask<Optional<AcsLogEntry>> one : waiting) {
            added.add(one.get());
        }
        return added;
    }

    private Optional<AcsLogEntry> added(NewEntry entry) {
        try {
            return together.add(entry);
        } catch (IllegalStateException refused) {
            assertThat(entry.requestId()).isEqualTo(UNSTORABLE);
            return Optional.empty();
        }
    }

    private List<String> requests(String serial) {
        return jdbc.queryForList("select request_id from acs_log where device_serial = ?", String.class, serial);
    }

    private static NewEntry entry(String serial, @Nullable String requestId) {
        AccessRequest request = new AccessRequest(serial, null, null, IdentifierType.CARD, "1", SettableClock.START);
        Decided decided = new Decided(AccessFacts.none(request), Decision.indeterminate("none"), null);
        return new NewEntry(
                Attempts.of(request, new RequestOrigin(Channel.MQTT, requestId, null), decided), requestId, null);
    }
}
