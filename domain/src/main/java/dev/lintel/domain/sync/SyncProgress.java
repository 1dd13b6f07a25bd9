package dev.lintel.domain.sync;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.RulebookPublished;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.site.SiteRevision;
import dev.lintel.domain.site.SiteRevisions;
import dev.lintel.domain.site.SiteStored;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plans every revision of every site once, in their order, whichever node stored it, and every site anew when other rules are in
 * force there that always deny something. How far it has come is stored: what a stop interrupts is planned after it.
 */
@Component
class SyncProgress implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SyncProgress.class);

    /** Also how long copies of an identifier whose last pass is spent are wanted on. */
    private static final long LOOKS_EVERY_S = 5;

    /** Kept by whichever node plans: the letters "sync". */
    static final int LOCK = 0x73796e63;

    private final SiteRevisions revisions;
    private final SyncPlanner planner;
    private final AccessDirectory directory;
    private final PlanStore plans;
    private final TransactionTemplate alone;
    private final ApplicationEventPublisher events;
    private final Semaphore news = new Semaphore(1);
    private volatile @Nullable Thread thread;
    private volatile boolean running;

    SyncProgress(
            SiteRevisions revisions,
            SyncPlanner planner,
            AccessDirectory directory,
            PlanStore plans,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events) {
        this.revisions = revisions;
        this.planner = planner;
        this.directory = directory;
        this.plans = plans;
        this.alone = new TransactionTemplate(transactions);
        this.events = events;
    }

    /** After the change is in force in memory, from which it is planned. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void stored(SiteStored stored) {
        news.release();
    }

    /** The same of rules. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void published(RulebookPublished published) {
        news.release();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("sync-plan").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        Thread ending = thread;
        if (ending != null) {
            news.release();
            try {
                ending.join(TimeUnit.SECONDS.toMillis(LOOKS_EVERY_S));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the directory was loaded, and gone before it. */
    @Override
    public int getPhase() {
        return 1;
    }

    private void run() {
        while (running) {
            try {
                boolean told = news.tryAcquire(LOOKS_EVERY_S, TimeUnit.SECONDS);
                news.drainPermits();
                if (running) {
                    step();
                }
                LOG.trace("looked for changes of sites, {}", told ? "told to" : "as always");
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                LOG.warn("what devices must learn could not be planned; trying again", failure);
            }
        }
    }

    /** Plans what there is to plan. Nothing happens while another node does. */
    void step() {
        alone.executeWithoutResult(status -> {
            if (plans.isOurs()) {
                follow();
                rules();
                moveHorizon();
                spent();
            }
        });
    }

    private void follow() {
        Long done = plans.revision();
        // what is stored and not in force yet would be planned from a site of before, and never again
        long last = directory.revision();
        if (done != null && done >= last) {
            return;
        }
        List<SiteRevision> after = done == null
                ? List.of()
                : revisions.after(done).stream()
                        .filter(revision -> revision.number() <= last)
                        .toList();
        boolean whole = done == null || after.isEmpty() || after.getFirst().number() != done + 1;
        if (whole) {
            for (SiteSnapshot site : directory.sites()) {
                tell(site.project().id(), planner.plan(site.project().id(), null));
            }
            plans.planned(last);
            return;
        }
        for (SiteRevision revision : after) {
            tell(revision.project(), planner.plan(revision.project(), revision.change()));
        }
        plans.planned(after.getLast().number());
    }

    /**
     * Rules that always deny something have come into force here or are so no longer. A node that has not yet heard of it may plan
     * by those of before; then all is planned once more by the next one that has.
     */
    private void rules() {
        for (SiteSnapshot site : directory.sites()) {
            if (planner.isOtherwiseRuled(site)) {
                tell(site.project().id(), planner.all(site));
            }
        }
    }

    /** A month has begun, and copies of schedules are to know the holidays of one more. */
    private void moveHorizon() {
        HolidayHorizon now = plans.horizonNow();
        if (!plans.plannedHorizon().filter(now::equals).isPresent()) {
            for (SiteSnapshot site : directory.sites()) {
                tell(site.project().id(), planner.horizon(site, now));
            }
            plans.planned(now);
        }
    }

    /** Identifiers with no pass left are wanted nowhere. */
    private void spent() {
        plans.spent().forEach((project, ids) -> {
            SiteSnapshot site = directory.site(project);
            if (site != null) {
                tell(project, planner.identifiers(site, ids));
            }
        });
    }

    private void tell(long project, SyncPlan.Summary plan) {
        if (!plan.devices().isEmpty()) {
            LOG.info(
                    "devices of project {}: {} copies to add, {} to update, {} to delete at {} devices, {} as they are",
                    project,
                    plan.added(),
                    plan.updated(),
                    plan.deleted(),
                    plan.devices().size(),
                    plan.unchanged());
            events.publishEvent(new CopiesPlanned(project, plan.devices()));
        }
    }
}
