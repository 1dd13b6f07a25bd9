package dev.lintel.domain.audit;

import dev.lintel.domain.access.OwnerErasure;
import dev.lintel.domain.audit.seal.Resealing;
import dev.lintel.domain.audit.seal.SealedLog;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Deed;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.user.PersonErased;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes a person out of the logs: what tells of them is replaced by a pseudonym that stays the same throughout, and the
 * replaced entries are sealed anew. The audit says that it was done, by whom and when, but no longer to whom.
 */
@Service
public class Erasure {
    private final PersonTraces traces;
    private final OwnerErasure passes;
    private final AuditErasure audit;
    private final AuditStore store;
    private final Resealing resealing;
    private final InstantSource clock;

    Erasure(
            PersonTraces traces,
            OwnerErasure passes,
            AuditErasure audit,
            AuditStore store,
            Resealing resealing,
            InstantSource clock) {
        this.traces = traces;
        this.passes = passes;
        this.audit = audit;
        this.store = store;
        this.resealing = resealing;
        this.clock = clock;
    }

    @EventListener
    void erased(PersonErased event) {
        erase(event.by(), event.project(), event.person());
    }

    /**
     * Erases a person, who may be deleted in the same transaction. It is done when that is about to be committed, so that
     * it covers what the audit says of the deletion.
     */
    @Transactional
    public void erase(Actor actor, long project, String person) {
        actor.requireReach(Permission.USER_DELETE);
        if (!actor.sees(project)) {
            throw new PermissionDeniedException(Permission.USER_DELETE);
        }
        PersonTraces.Traces known = traces.of(project, person);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                replace(actor, known);
            }
        });
    }

    private void replace(Actor actor, PersonTraces.Traces person) {
        Pseudonym pseudonym = traces.pseudonym(person.project());
        resealing.hold(SealedLog.ACS, person.project());
        List<Long> attempts = passes.entries(person.project(), person.id());
        Map<Long, List<Long>> entries = audit.entries(person);
        entries.keySet().forEach(project -> resealing.hold(SealedLog.AUDIT, project));
        long erasure = store.add(entry(actor, person, pseudonym, attempts.size(), entries));
        passes.replace(attempts, pseudonym.name());
        resealing.reseal(SealedLog.ACS, person.project(), attempts, erasure);
        entries.forEach((project, ids) -> {
            audit.replace(ids, person, pseudonym.name());
            resealing.reseal(SealedLog.AUDIT, project, ids, erasure);
        });
    }

    private AuditEntry entry(
            Actor actor, PersonTraces.Traces person, Pseudonym pseudonym, int attempts, Map<Long, List<Long>> entries) {
        boolean self = actor.account() != null && person.accounts().contains(actor.account());
        int changes = entries.values().stream().mapToInt(List::size).sum();
        return new AuditEntry(
                0,
                person.project(),
                clock.instant(),
                self ? pseudonym.name() : actor.name(),
                self ? null : actor.account(),
                self ? null : actor.from(),
                Deed.ERASED,
                "user",
                pseudonym.code(),
                pseudonym.name(),
                new TreeMap<>(),
                new TreeMap<>(Map.of("acs-log", Integer.toString(attempts), "audit", Integer.toString(changes))));
    }
}
