package dev.lintel.domain.sync;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.site.SiteChange;
import dev.lintel.domain.sync.CopyContent.OfIdentifier;
import dev.lintel.domain.sync.CopyContent.OfSchedule;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works out what devices must learn. A change is planned for the identifiers that it can reach, from the same snapshot that
 * doors are decided from; the plan is stored, so that nothing is forgotten by a stop.
 */
@Component
class SyncPlanner {
    /** So many identifiers at a time: people who edit the project wait while one part is stored. */
    private static final int PART = 1_000;

    private final AccessDirectory directory;
    private final TouchedIdentifiers touched;
    private final CopyStore store;
    private final ProjectStore projects;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    SyncPlanner(
            AccessDirectory directory,
            TouchedIdentifiers touched,
            CopyStore store,
            ProjectStore projects,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        this.directory = directory;
        this.touched = touched;
        this.store = store;
        this.projects = projects;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        // whoever keeps other nodes from planning has a transaction of its own
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Plans a change of a project that is in force.
     *
     * @param change null plans all of it
     */
    SyncPlan.Summary plan(long project, @Nullable SiteChange change) {
        SiteSnapshot site = directory.site(project);
        if (site == null) {
            return SyncPlan.Summary.NOTHING;
        }
        boolean schedules = change == null
                || !change.schedules().isEmpty()
                || !change.restrictions().isEmpty()
                || !change.devices().isEmpty();
        // a device may ask while this is half done: it is to find no identifier before its schedules, or after them
        Set<String> devices = schedules ? otherwiseScheduled(site) : Set.of();
        SyncPlan.Summary plan = SyncPlan.Summary.NOTHING;
        Map<CopyKey, String> times = schedules(site, devices);
        Knowledge known = () -> store.known(project, CopyKind.SCHEDULE, devices);
        if (!devices.isEmpty()) {
            plan = stored(site, times, known, SyncPlan::wishes).summary();
        }
        plan = plan.and(change == null ? all(site) : identifiers(site, List.copyOf(touched.by(project, change))));
        if (!devices.isEmpty()) {
            stored(site, times, known, SyncPlan::restated);
        }
        return plan;
    }

    /** Devices that are to have other schedules than was planned last. */
    private Set<String> otherwiseScheduled(SiteSnapshot site) {
        Map<String, String> digests = new HashMap<>();
        jdbc.queryForList(
                        "select id from schedule where project_id = ?",
                        String.class,
                        site.project().id())
                .forEach(id -> {
                    Schedule schedule = site.schedule(id);
                    if (schedule != null) {
                        digests.put(id, digest(site, schedule));
                    }
                });
        return store.otherwiseScheduled(site.project().id(), digests);
    }

    private static String digest(SiteSnapshot site, Schedule schedule) {
        return OfSchedule.of(schedule, site.project().timeZone()).digest();
    }

    /** Every identifier, and every copy of one that is gone. */
    private SyncPlan.Summary all(SiteSnapshot site) {
        return identifiers(
                site,
                jdbc.queryForList(
                        """
                        select id from identifier where project_id = ?
                        union select record_id from device_copy where project_id = ? and kind = 'IDENTIFIER'""", String.class, site.project().id(), site.project().id()));
    }

    /** Plans some identifiers of a project anew. */
    SyncPlan.Summary identifiers(SiteSnapshot site, List<String> ids) {
        SyncPlan.Summary plan = SyncPlan.Summary.NOTHING;
        for (int from = 0; from < ids.size(); from += PART) {
            List<String> part = ids.subList(from, Math.min(from + PART, ids.size()));
            Knowledge known = () -> store.known(site.project().id(), part);
            plan = plan.and(
                    stored(site, desired(site, part), known, SyncPlan::restated).summary());
        }
        return plan;
    }

    private static Map<CopyKey, String> desired(SiteSnapshot site, Collection<String> ids) {
        Map<CopyKey, String> desired = new HashMap<>();
        for (String id : ids) {
            Identifier identifier = site.identifier(id);
            if (identifier != null) {
                site.offlineRights(id)
                        .forEach((device, rights) -> desired.put(
                                new CopyKey(device, CopyKind.IDENTIFIER, id),
                                OfIdentifier.of(identifier, rights).digest()));
            }
        }
        return desired;
    }

    /** Every device knows the schedules of the restrictions that open it. */
    private Map<CopyKey, String> schedules(SiteSnapshot site, Set<String> devices) {
        Map<CopyKey, String> desired = new HashMap<>();
        store.scheduled(site.project().id(), devices).forEach(key -> {
            Schedule schedule = site.schedule(key.record());
            if (schedule != null) {
                desired.put(key, digest(site, schedule));
            }
        });
        return desired;
    }

    private interface Knowledge {
        Map<CopyKey, SyncPlan.Known> read();
    }

    private SyncPlan stored(
            SiteSnapshot site,
            Map<CopyKey, String> desired,
            Knowledge known,
            Function<SyncPlan, Map<CopyKey, @Nullable String>> part) {
        return Objects.requireNonNull(transaction.execute(status -> {
            // as everybody who edits: so that none of them and this one wait for each other
            projects.lock(site.project().id());
            SyncPlan plan = SyncPlan.between(desired, known.read());
            store.restate(site.project().id(), part.apply(plan));
            return plan;
        }));
    }
}
