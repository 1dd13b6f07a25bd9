package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.LiveEvents;
import dev.lintel.domain.access.NodeChannel;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.access.WantedFacts;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Puts in force what is stored as such, whichever node stored it: compiled and tried before any door asks for it, and then
 * swapped at once. Before the server answers its first door, all of it is.
 */
@Component
class RulebooksInForce implements NodeChannel, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RulebooksInForce.class);

    private final RulebookStore store;
    private final RuleCompiler compiler;
    private final AccessDirectory directory;
    private final LiveEvents live;
    private final Outcomes outcomes;
    private volatile boolean running;

    RulebooksInForce(
            RulebookStore store, RuleCompiler compiler, AccessDirectory directory, LiveEvents live, Outcomes outcomes) {
        this.store = store;
        this.compiler = compiler;
        this.directory = directory;
        this.live = live;
        this.outcomes = outcomes;
    }

    @Override
    public String name() {
        return RulebookStore.CHANNEL;
    }

    @Override
    public void heard(String payload) {
        follow();
    }

    @Override
    public void listening() {
        follow();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void published(RulebookPublished news) {
        follow();
    }

    private synchronized void follow() {
        Map<Long, Rulebook> stored = store.allInForce();
        for (SiteSnapshot site : directory.sites()) {
            long project = site.project().id();
            @Nullable Rulebook rulebook = stored.get(project);
            String version = rulebook == null ? null : rulebook.version();
            if (!Objects.equals(version, site.rulebook())) {
                putInForce(project, rulebook, site.rulebook());
            }
        }
    }

    private void putInForce(long project, @Nullable Rulebook rulebook, @Nullable String before) {
        if (rulebook != null) {
            try {
                compiler.prepare(rulebook);
            } catch (RuntimeException failure) {
                // its decisions will be denials that say so: better than those of another version
                LOG.error(
                        "rulebook {} cannot be compiled, and doors of its project stay shut",
                        rulebook.version(),
                        failure);
            }
        }
        outcomes.inForce(project, rulebook);
        directory.rulebook(
                project,
                rulebook == null ? null : rulebook.version(),
                rulebook == null ? WantedFacts.NONE : rulebook.wanted());
        live.asked(project);
        if (before != null) {
            compiler.retire(before);
        }
        LOG.info("project {} is decided by {}", project, rulebook == null ? "the shipped rules" : rulebook.version());
    }

    @Override
    public void start() {
        follow();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the directory is loaded, before anything can ask it. */
    @Override
    public int getPhase() {
        return 1;
    }
}
