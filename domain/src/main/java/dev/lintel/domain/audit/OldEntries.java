package dev.lintel.domain.audit;

import dev.lintel.domain.audit.RetentionStore.Kept;
import dev.lintel.domain.audit.seal.LogRemoval;
import dev.lintel.domain.audit.seal.LogRemoval.Found;
import dev.lintel.domain.audit.seal.SealedLog;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Deed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes at night what of the ACS logs is older than they are kept: a few entries at a time, and never what was tampered with. */
@Component
public class OldEntries {
    private static final Logger LOG = LoggerFactory.getLogger(OldEntries.class);

    /** By the clocks of the project: when fewest people are at its doors. */
    private static final LocalTime NIGHT = LocalTime.of(3, 0);

    /** Doors write to the same disk, and go first. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final RetentionStore store;
    private final LogRemoval removal;
    private final AuditStore audit;
    private final OldTraces traces;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    OldEntries(
            RetentionStore store,
            LogRemoval removal,
            AuditStore audit,
            OldTraces traces,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.store = store;
        this.removal = removal;
        this.audit = audit;
        this.traces = traces;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Goes on with what was interrupted, and does what is due since last night. To be called every few minutes. */
    public void removeDue() throws InterruptedException {
        for (long project : removal.unfinished(SealedLog.ACS)) {
            takeAway(project);
        }
        for (Kept kept : store.all()) {
            if (isDue(kept) && store.claim(kept, clock.instant())) {
                remove(kept);
            }
        }
    }

    private boolean isDue(Kept kept) {
        ZonedDateTime now = clock.instant().atZone(store.zone(kept.project()));
        ZonedDateTime tonight = now.with(NIGHT);
        Instant last = (tonight.isAfter(now) ? tonight.minusDays(1) : tonight).toInstant();
        return kept.looked().isBefore(last);
    }

    private void remove(Kept kept) throws InterruptedException {
        long project = kept.project();
        Instant olderThan = kept.retention().olderThan(clock.instant(), store.zone(project));
        switch (removal.find(SealedLog.ACS, project, olderThan)) {
            case Found.Nothing nothing -> {}
            case Found.Broken broken -> {
                LOG.warn(
                        "old entries of {} are not removed: the chain is broken at number {} ({})",
                        LogRemoval.nameOf(SealedLog.ACS, project),
                        broken.fault().number(),
                        broken.fault().kind());
                store.note(project, broken.fault());
            }
            case Found.Old old -> {
                Boolean begun = transaction.execute(
                        status -> removal.begin(old, fields -> note(project, kept.retention(), fields)));
                if (Boolean.TRUE.equals(begun)) {
                    takeAway(project);
                }
            }
        }
    }

    private long note(long project, Retention retention, Map<String, String> fields) {
        SortedMap<String, String> told = new TreeMap<>(fields);
        told.put("kept", retention.readable());
        String name = LogRemoval.nameOf(SealedLog.ACS, project);
        Actor server = Actor.server();
        return audit.add(new AuditEntry(
                0,
                project == RetentionStore.NO_PROJECT ? null : project,
                clock.instant(),
                server.name(),
                server.account(),
                server.from(),
                Deed.REMOVED,
                "acs-log",
                name,
                name,
                new TreeMap<>(),
                told));
    }

    private void takeAway(long project) throws InterruptedException {
        while (removal.removeSome(SealedLog.ACS, project, this::keepWhatIsNeeded)) {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
    }

    private void keepWhatIsNeeded(List<Long> entries) {
        traces.keepLastUses(entries);
        traces.emptyEvents(entries);
        traces.forgetWords(entries);
    }
}
