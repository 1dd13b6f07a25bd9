package dev.lintel.domain.audit;

import dev.lintel.domain.audit.RetentionStore.Kept;
import dev.lintel.domain.audit.seal.Fault;
import dev.lintel.domain.audit.seal.LogRemoval;
import dev.lintel.domain.audit.seal.Removed;
import dev.lintel.domain.audit.seal.SealedLog;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.permission.RecordChanged;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How long the ACS log of each project is kept, and of what no project has: passes at devices that the server does not know.
 * What is older goes at night, see {@link OldEntries}.
 */
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

    /** Whether the actor may see what is said of the log that no project has. */
    public static boolean maySeeOfNone(Actor actor) {
        return actor.reach(Permission.SETTINGS_VIEW) instanceof Reach.Everything;
    }

    /** Whether the actor may say how long the log that no project has is kept. */
    public static boolean maySayOfNone(Actor actor) {
        return actor.reach(Permission.SETTINGS_EDIT) instanceof Reach.Everything;
    }

    /**
     * @param project null for the log that no project has: only whoever sets up the server knows it
     * @return empty when there is no such project whose settings the actor may see
     */
    @Transactional(readOnly = true)
    public Optional<State> of(Actor actor, @Nullable Long project) {
        return within(actor, Permission.SETTINGS_VIEW, project).map(this::state);
    }

    /**
     * How many entries would go the coming night.
     *
     * @param project as in {@link #of}
     * @return empty when there is no such project whose settings the actor may see
     */
    @Transactional(readOnly = true)
    public Optional<Long> older(Actor actor, @Nullable Long project, Retention wanted) {
        return within(actor, Permission.SETTINGS_VIEW, project)
                .map(log -> store.older(log, wanted.olderThan(clock.instant(), store.zone(log))));
    }

    /**
     * Says how long the log is kept from now on. What is older goes the coming night.
     *
     * @param project as in {@link #of}
     * @param wanted null is for ever
     * @return empty when there is no such project whose settings the actor may change
     */
    @Transactional
    public Optional<State> change(Actor actor, @Nullable Long project, @Nullable Retention wanted) {
        return within(actor, Permission.SETTINGS_EDIT, project).map(log -> {
            @Nullable Retention before = store.of(log).map(Kept::retention).orElse(null);
            store.save(log, wanted, clock.instant());
            String name = LogRemoval.nameOf(SealedLog.ACS, log);
            events.publishEvent(
                    new RecordChanged(actor, project, "log-retention", name, name, fields(before), fields(wanted)));
            return state(log);
        });
    }

    private State state(long project) {
        Optional<Kept> kept = store.of(project);
        return new State(
                kept.map(Kept::retention).orElse(null),
                removal.removed(SealedLog.ACS, project),
                kept.map(Kept::fault).orElse(null),
                kept.map(Kept::faultNumber).orElse(null));
    }

    /** Number of the log; empty when it is that of a project which is out of reach. */
    private Optional<Long> within(Actor actor, Permission permission, @Nullable Long project) {
        Reach reach = actor.requireReach(permission);
        if (project == null) {
            if (!(reach instanceof Reach.Everything)) {
                throw new PermissionDeniedException(permission);
            }
            return Optional.of(RetentionStore.NO_PROJECT);
        }
        return reach.hasProject(project) && store.exists(project) ? Optional.of(project) : Optional.empty();
    }

    private static Map<String, String> fields(@Nullable Retention retention) {
        return Map.of("kept", retention == null ? FOR_EVER : retention.readable());
    }
}
