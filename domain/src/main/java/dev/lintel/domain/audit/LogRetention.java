package dev.lintel.domain.audit;

import dev.lintel.domain.audit.RetentionStore.Kept;
import dev.lintel.domain.audit.seal.Fault;
import dev.lintel.domain.audit.seal.LogRemoval;
import dev.lintel.domain.audit.seal.Removed;
import dev.lintel.domain.audit.seal.SealedLog;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.permission.RecordChanged;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long the ACS log of each project is kept. What is older goes at night, see {@link OldEntries}. */
@Service
public class LogRetention {
    /** What stands in the audit for a log that is kept for ever. */
    private static final String FOR_EVER = "for ever";

    private final RetentionStore store;
    private final LogRemoval removal;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    LogRetention(RetentionStore store, LogRemoval removal, ApplicationEventPublisher events, InstantSource clock) {
        this.store = store;
        this.removal = removal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * How it stands with one log.
     *
     * @param retention null when it is kept for ever
     * @param removed what is gone by now; null when nothing is
     * @param fault what kept the last removal from being made: the chain is broken there; null when nothing did
     * @param faultNumber place of the fault in the chain; null when there is none
     */
    public record State(
            @Nullable Retention retention,
            @Nullable Removed removed,
            Fault.@Nullable Kind fault,
            @Nullable Long faultNumber) {}

    /** Empty when there is no such project whose settings the actor may see. */
    @Transactional(readOnly = true)
    public Optional<State> of(Actor actor, long project) {
        return isWithin(actor.requireReach(Permission.SETTINGS_VIEW), project)
                ? Optional.of(state(project))
                : Optional.empty();
    }

    /** How many entries would go the coming night. Empty when there is no such project whose settings the actor may see. */
    @Transactional(readOnly = true)
    public Optional<Long> older(Actor actor, long project, Retention wanted) {
        return isWithin(actor.requireReach(Permission.SETTINGS_VIEW), project)
                ? Optional.of(store.older(project, wanted.olderThan(clock.instant(), store.zone(project))))
                : Optional.empty();
    }

    /**
     * Says how long the log is kept from now on. What is older goes the coming night.
     *
     * @param wanted null is for ever
     * @return empty when there is no such project whose settings the actor may change
     */
    @Transactional
    public Optional<State> change(Actor actor, long project, @Nullable Retention wanted) {
        if (!isWithin(actor.requireReach(Permission.SETTINGS_EDIT), project)) {
            return Optional.empty();
        }
        @Nullable Retention before = store.of(project).map(Kept::retention).orElse(null);
        store.save(project, wanted, clock.instant());
        events.publishEvent(new RecordChanged(
                actor,
                project,
                "log-retention",
                LogRemoval.nameOf(SealedLog.ACS, project),
                LogRemoval.nameOf(SealedLog.ACS, project),
                fields(before),
                fields(wanted)));
        return Optional.of(state(project));
    }

    private State state(long project) {
        Optional<Kept> kept = store.of(project);
        return new State(
                kept.map(Kept::retention).orElse(null),
                removal.removed(SealedLog.ACS, project),
                kept.map(Kept::fault).orElse(null),
                kept.map(Kept::faultNumber).orElse(null));
    }

    private boolean isWithin(Reach reach, long project) {
        boolean within =
                switch (reach) {
                    case Reach.Everything everything -> true;
                    case Reach.WholeProject whole -> whole.project() == project;
                    case Reach.Part part -> false;
                    case Reach.Nothing nothing -> false;
                };
        return within && store.exists(project);
    }

    private static Map<String, String> fields(@Nullable Retention retention) {
        return Map.of("kept", retention == null ? FOR_EVER : retention.readable());
    }
}
