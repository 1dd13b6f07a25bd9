package dev.lintel.domain.audit;

import dev.lintel.domain.permission.ActivityNoted;
import dev.lintel.domain.permission.Deed;
import dev.lintel.domain.permission.RecordChanged;
import java.time.InstantSource;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what services tell, in their transactions: no change without its entry, and no entry without its change. */
@Component
class AuditTrail {
    private final AuditStore store;
    private final InstantSource clock;

    AuditTrail(AuditStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Keeps the fields that differ; a change that changes nothing is none. */
    @EventListener
    @Transactional
    public void changed(RecordChanged change) {
        SortedMap<String, String> before = new TreeMap<>(change.before());
        before.entrySet().removeAll(change.after().entrySet());
        SortedMap<String, String> after = new TreeMap<>(change.after());
        after.entrySet().removeAll(change.before().entrySet());
        if (before.isEmpty() && after.isEmpty() && !change.before().isEmpty()) {
            return;
        }
        store.add(new AuditEntry(
                0,
                change.project(),
                clock.instant(),
                change.by().name(),
                change.by().account(),
                change.by().from(),
                deed(change),
                change.kind(),
                change.id(),
                change.name(),
                before,
                after));
    }

    private static Deed deed(RecordChanged change) {
        if (change.before().isEmpty()) {
            return Deed.ADDED;
        }
        return change.after().isEmpty() ? Deed.DELETED : Deed.EDITED;
    }

    @EventListener
    @Transactional
    public void noted(ActivityNoted activity) {
        store.add(new AuditEntry(
                0,
                activity.project(),
                clock.instant(),
                activity.by().name(),
                activity.by().account(),
                activity.by().from(),
                activity.deed(),
                activity.kind(),
                activity.id(),
                activity.name(),
                new TreeMap<>(),
                new TreeMap<>(activity.details())));
    }
}
