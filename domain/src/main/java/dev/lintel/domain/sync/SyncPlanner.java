package dev.lintel.domain.sync;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.identifier.Identifier;
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
    private final PlanStore plans;
    private final TransactionTemplate transaction;

    SyncPlanner(
            AccessDirectory directory,
            TouchedIdentifiers touched,
            CopyStore store,
            ProjectStore projects,
            PlanStore plans,
            PlatformTransactionManager transactions) {
        this.directory = directory;
        this.touched = touched;
        this.store = store;
        this.projects = projects;
        this.plans = plans;
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
        return site == null ? SyncPlan.Summary.NOTHING : plan(site, change);
    }

    private SyncPlan.Summary plan(SiteSnapshot site, @Nullable SiteChange change) {
        long project = site.project().id();
        boolean schedules = change == null
                || !change.schedules().isEmpty()
                || !change.calendars().isEmpty()
                || !change.restrictions().isEmpty()
                || !change.devices().isEmpty();
        // a device may ask while this is half done: it is to find no identifier before its schedules, or after them
        ScheduleContents contents = new ScheduleContents(site, plans.horizon());
        Set<String> devices = schedules ? otherwiseScheduled(site, contents) : Set.of();
        SyncPlan.Summary plan = SyncPlan.Summary.NOTHING;
        Map<CopyKey, String> times = schedules(site, contents, devices);
        Knowledge known = () -> store.known(project, CopyKind.SCHEDULE, devices);
        if (!devices.isEmpty()) {
            plan = stored(site, times, known, SyncPlan::wishes).summary();
        }
        plan = plan.and(
                change == null || isAllTouched(site, change) ? all(site) : identifiers(site, touched.by(site, change)));
        if (!devices.isEmpty()) {
            stored(site, times, known, SyncPlan::restated);
        }
        return plan;
    }

    /**
     * Plans for which days schedules are to know the holidays: something for those devices alone that have schedules that heed
     * them. What else may have changed meanwhile has a plan of its own.
     */
    SyncPlan.Summary horizon(SiteSnapshot site, HolidayHorizon horizon) {
        ScheduleContents contents = new ScheduleContents(site, horizon);
        Set<String> devices = otherwiseScheduled(site, contents);
        if (devices.isEmpty()) {
            return SyncPlan.Summary.NOTHING;
        }
        Knowledge known = () -> store.known(site.project().id(), CopyKind.SCHEDULE, devices);
        return stored(site, schedules(site, contents, devices), known, SyncPlan::wishes)
                .summary();
    }

    /** Devices that are to have other schedules than was planned last. */
    private Set<String> otherwiseScheduled(SiteSnapshot site, ScheduleContents contents) {
        Map<String, String> digests = new HashMap<>();
        store.schedules(site.project().id()).forEach(id -> {
            OfSchedule content = contents.of(id);
            if (content != null) {
                digests.put(id, content.digest());
            }
        });
        return store.otherwiseScheduled(site.project().id(), digests);
    }

    /** Whether a part of the copies would be planned by other rules than the rest, or it cannot be said which are touched. */
    private boolean isAllTouched(SiteSnapshot site, SiteChange change) {
        return isOtherwiseRuled(site)
                // whoever is gone is in nobody's memory as the main user of those who were left
                || site.deniesByFamily() && !change.users().removed().isEmpty();
    }

    /** Whether copies were planned by other rules than are in force now, and these or those always deny something. */
    boolean isOtherwiseRuled(SiteSnapshot site) {
        return !site.denyingRules().equals(plans.rules(site.project().id()));
    }

    /** Every identifier, and every copy of one that is gone. */
    SyncPlan.Summary all(SiteSnapshot site) {
        boolean otherwiseRuled = isOtherwiseRuled(site);
        if (otherwiseRuled) {
            // a stop leaves some by these rules and some by others
            ruled(site, null);
        }
        SyncPlan.Summary plan = part(site, store.identifiers(site.project().id()));
        if (otherwiseRuled) {
            ruled(site, site.denyingRules());
        }
        return plan;
    }

    private void ruled(SiteSnapshot site, @Nullable String rules) {
        transaction.executeWithoutResult(status -> plans.rules(site.project().id(), rules));
    }

    /** Plans some identifiers of a project anew. */
    SyncPlan.Summary identifiers(SiteSnapshot site, Collection<String> ids) {
        return isOtherwiseRuled(site) ? all(site) : part(site, List.copyOf(ids));
    }

    private SyncPlan.Summary part(SiteSnapshot site, List<String> ids) {
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
    private Map<CopyKey, String> schedules(SiteSnapshot site, ScheduleContents contents, Set<String> devices) {
        Map<CopyKey, String> desired = new HashMap<>();
        store.scheduled(site.project().id(), devices).forEach(key -> {
            OfSchedule content = contents.of(key.record());
            if (content != null) {
                desired.put(key, content.digest());
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
