package dev.lintel.domain.access;

import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.site.Site;
import dev.lintel.domain.site.SiteChange;
import dev.lintel.domain.site.SiteReader;
import dev.lintel.domain.site.SiteRevision;
import dev.lintel.domain.site.SiteRevisions;
import dev.lintel.domain.site.SiteStored;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the directory to what is stored, revision by revision in the order of commit, whichever node stored it. So two
 * nodes that change the same project never end with different states in memory.
 */
@Component
class SitesInForce implements NodeChannel {
    private static final Logger LOG = LoggerFactory.getLogger(SitesInForce.class);

    private final AccessDirectory directory;
    private final ProjectStore projects;
    private final SiteReader reader;
    private final TraitReader traits;
    private final SiteRevisions revisions;
    private final TransactionTemplate oneMoment;
    private final TransactionTemplate apart;

    /** For projects that were read as a whole, the last revision that this has in it. */
    private final Map<Long, Long> readAsOf = new HashMap<>();

    SitesInForce(
            AccessDirectory directory,
            ProjectStore projects,
            SiteReader reader,
            TraitReader traits,
            SiteRevisions revisions,
            PlatformTransactionManager transactions) {
        this.directory = directory;
        this.projects = projects;
        this.reader = reader;
        this.traits = traits;
        this.revisions = revisions;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Reads everything. */
    synchronized void load() {
        long last = revisions.last();
        List<Project> all = projects.all();
        all.forEach(this::read);
        directory.inForce(last);
        LOG.info("{} projects in force as of revision {}", all.size(), last);
    }

    private void read(Project project) {
        oneMoment.executeWithoutResult(status -> {
            readAsOf.put(project.id(), revisions.last());
            directory.replace(project, reader.read(project), traits.all(project), traits.live(project));
        });
    }

    /**
     * This node's own change: in force when this returns, without reading what is at hand. It may come while the
     * transaction that stored it is being closed, so what has to be read is read outside of it.
     */
    @EventListener
    synchronized void stored(SiteStored news) {
        apart.executeWithoutResult(status -> follow(news));
    }

    @Override
    public String name() {
        return SiteRevisions.CHANNEL;
    }

    /** Puts in force what other nodes have stored since. */
    @Override
    public synchronized void heard(String payload) {
        follow(null);
    }

    @Override
    public synchronized void listening() {
        follow(null);
    }

    private void follow(@Nullable SiteStored own) {
        for (SiteRevision revision : revisions.after(directory.revision())) {
            if (revision.number() != directory.revision() + 1) {
                LOG.warn("this node was cut off for longer than changes are kept, and reads everything again");
                load();
                return;
            }
            if (revision.number() > readAsOf.getOrDefault(revision.project(), 0L)) {
                boolean isOwn = own != null && own.revision() == revision.number();
                apply(revision, isOwn ? own : null);
            }
            directory.inForce(revision.number());
        }
    }

    /** @param own the revision's change as it is at hand where this node made it */
    private void apply(SiteRevision revision, @Nullable SiteStored own) {
        Project fresh = own == null ? null : own.isNew();
        if (fresh != null) {
            directory.replace(fresh, Site.empty(fresh.name(), fresh.timeZone()));
        }
        SiteChange change = own == null || own.readAgain() ? revision.change() : own.change();
        long project = revision.project();
        SiteSnapshot site = directory.site(project);
        if (change == null || site == null) {
            projects.byId(project).ifPresentOrElse(this::read, () -> directory.remove(project));
        } else {
            directory.apply(project, change, traits.of(site.project(), change));
        }
    }
}
