package dev.lintel.domain.audit;

import dev.lintel.domain.audit.LogErasure.Found;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Deed;
import dev.lintel.domain.user.PersonErased;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes people who are deleted out of the logs and of everything else that outlives them: what tells of them is replaced by
 * a pseudonym that stays the same throughout, and the replaced entries are sealed anew. The audit says that it was done, by
 * whom and when, but no longer to whom.
 */
@Component
class Erasure {
    private final PersonTraces traces;
    private final LogErasure logs;
    private final OtherTraces others;
    private final RecentErasures recent;
    private final AuditStore store;
    private final InstantSource clock;

    Erasure(
            PersonTraces traces,
            LogErasure logs,
            OtherTraces others,
            RecentErasures recent,
            AuditStore store,
            InstantSource clock) {
        this.traces = traces;
        this.logs = logs;
        this.others = others;
        this.recent = recent;
        this.store = store;
        this.clock = clock;
    }

    /** Looks at the person while they are there, and replaces when the deletion is about to be committed, itself included. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void erased(PersonErased event) {
        Traces person = traces.of(event.project(), event.person());
        others.forgetMessages(person);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                replace(event.by(), person);
            }
        });
    }

    private void replace(Actor actor, Traces person) {
        Pseudonym pseudonym = traces.pseudonym(person.project());
        Found found = logs.find(person);
        long erasure = store.add(entry(actor, person, pseudonym, found));
        others.replace(actor, person, pseudonym.name());
        logs.replace(found, person, pseudonym.name(), erasure);
        recent.remember(person, pseudonym.name(), erasure);
    }

    private AuditEntry entry(Actor actor, Traces person, Pseudonym pseudonym, Found found) {
        return new AuditEntry(
                0,
                person.project(),
                clock.instant(),
                actor.name(),
                actor.account(),
                actor.from(),
                Deed.ERASED,
                "user",
                pseudonym.code(),
                pseudonym.name(),
                new TreeMap<>(),
                new TreeMap<>(Map.of(
                        "acs-log",
                        Integer.toString(found.passes().size()),
                        "audit",
                        Integer.toString(found.numberOfChanges()))));
    }
}
