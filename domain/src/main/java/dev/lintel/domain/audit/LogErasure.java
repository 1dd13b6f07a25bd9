package dev.lintel.domain.audit;

import dev.lintel.domain.access.OwnerErasure;
import dev.lintel.domain.audit.seal.Resealing;
import dev.lintel.domain.audit.seal.SealedLog;
import java.util.List;
import java.util.SortedMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts a pseudonym in the place of a person in both logs, and seals what was changed anew. */
@Component
class LogErasure {
    private final OwnerErasure passes;
    private final AuditErasure audit;
    private final Resealing resealing;

    LogErasure(OwnerErasure passes, AuditErasure audit, Resealing resealing) {
        this.passes = passes;
        this.audit = audit;
        this.resealing = resealing;
    }

    /**
     * Entries that tell of a person.
     *
     * @param passes of the ACS log
     * @param changes of the audit, by project; 0 is the server
     */
    record Found(List<Long> passes, SortedMap<Long, List<Long>> changes) {
        int numberOfChanges() {
            return changes.values().stream().mapToInt(List::size).sum();
        }
    }

    /**
     * Finds them. From before it looks until the transaction ends nothing is sealed in these logs: what is committed too
     * late to be found here is sealed after the erasure, and replaced then.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Found find(Traces person) {
        resealing.hold(SealedLog.ACS, person.project());
        audit.projects(person).forEach(project -> resealing.hold(SealedLog.AUDIT, project));
        return new Found(passes.entries(person.project(), person.id(), person.values()), audit.entries(person));
    }

    /** @param erasure id of the audit entry that tells of it */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(Found found, Traces person, String pseudonym, long erasure) {
        passes.replace(found.passes(), pseudonym);
        resealing.reseal(SealedLog.ACS, person.project(), found.passes(), erasure);
        found.changes().forEach((project, ids) -> {
            audit.replace(ids, person, pseudonym);
            resealing.reseal(SealedLog.AUDIT, project, ids, erasure);
        });
    }

    /** Replaces those of these entries that tell of the person, and are not sealed yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replaceUnsealed(SealedLog log, List<Long> entries, Traces person, String pseudonym) {
        switch (log) {
            case ACS -> passes.replace(passes.among(entries, person.project(), person.id()), pseudonym);
            case AUDIT -> audit.replace(audit.among(entries, person), person, pseudonym);
        }
    }
}
