package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.LiveEvents;
import dev.lintel.domain.access.NodeChannel;
import dev.lintel.domain.access.PartRuling;
import dev.lintel.domain.access.RulebookPublished;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.access.StandingDenials;
import dev.lintel.domain.access.WantedFacts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
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
    private final NodeStates nodes;
    private volatile boolean running;

    RulebooksInForce(
            RulebookStore store,
            RuleCompiler compiler,
            AccessDirectory directory,
            LiveEvents live,
            Outcomes outcomes,
            NodeStates nodes) {
        this.nodes = nodes;
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

    /** Before anybody who wants to see it in force. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void published(RulebookPublished news) {
        follow();
    }

    private synchronized void follow() {
        Map<Long, Ruled> stored = store.allRuling();
        boolean switched = false;
        for (SiteSnapshot site : directory.sites()) {
            long project = site.project().id();
            Ruled ruled = stored.getOrDefault(project, Ruled.BY_SHIPPED);
            if (!Objects.equals(ruled.version(), site.rulebook())
                    || !Objects.equals(ruled.partRuling(), site.partRuling())) {
                putInForce(project, ruled, site);
                switched = true;
            }
        }
        if (switched) {
            acknowledge();
        }
    }

    /**
     * What decides in a project.
     *
     * @param everywhere null is the shipped rules alone
     * @param part what decides in a group instead; null where there is none
     * @param group id of that
     */
    record Ruled(
            @Nullable Rulebook everywhere,
            @Nullable Rulebook part,
            @Nullable String group) {
        static final Ruled BY_SHIPPED = new Ruled(null, null, null);

        @Nullable
        String version() {
            return everywhere == null ? null : everywhere.version();
        }

        @Nullable
        PartRuling partRuling() {
            return part == null || group == null ? null : new PartRuling(group, part.version());
        }

        List<Rulebook> all() {
            return Stream.of(everywhere, part).flatMap(Stream::ofNullable).toList();
        }

        WantedFacts wanted() {
            return all().stream().map(Rulebook::wanted).reduce(WantedFacts.NONE, WantedFacts::and);
        }

        StandingDenials denials() {
            StandingDenials elsewhere = everywhere == null ? StandingDenials.NONE : everywhere.denials();
            return part == null || group == null ? elsewhere : StandingDenials.inPart(elsewhere, group, part.denials());
        }

        Ruled with(Rulebook rulebook, @Nullable String inGroup) {
            return inGroup == null ? new Ruled(rulebook, part, group) : new Ruled(everywhere, rulebook, inGroup);
        }
    }

    private void putInForce(long project, Ruled ruled, SiteSnapshot before) {
        ruled.all().forEach(this::prepare);
        // what is decided about something else than doors is so in no part alone
        outcomes.inForce(project, ruled.everywhere());
        directory.rulebook(project, ruled.version(), ruled.partRuling(), ruled.wanted(), ruled.denials());
        live.asked(project);
        List<String> after = ruled.all().stream().map(Rulebook::version).toList();
        PartRuling part = before.partRuling();
        Stream.of(before.rulebook(), part == null ? null : part.version())
                .flatMap(Stream::ofNullable)
                .filter(version -> !after.contains(version))
                .forEach(compiler::retire);
        LOG.info(
                "project {} is decided by {}, and in part by {}",
                project,
                ruled.version() == null ? "the shipped rules" : ruled.version(),
                ruled.partRuling() == null ? "nothing else" : ruled.partRuling().version());
    }

    /** That nobody hears of it must not keep the rules from being in force; it is said again in a few seconds. */
    private void acknowledge() {
        try {
            nodes.acknowledge();
        } catch (RuntimeException unreachable) {
            LOG.warn("the other nodes do not hear that this one has switched", unreachable);
        }
    }

    private void prepare(Rulebook rulebook) {
        try {
            compiler.prepare(rulebook);
        } catch (RuntimeException failure) {
            // its decisions will be denials that say so: better than those of another version
            LOG.error(
                    "rulebook {} cannot be compiled, and doors of its project stay shut", rulebook.version(), failure);
        }
    }

    /**
     * No door is decided without the rules. It would be too early in {@link #start}: Spring starts what others depend on before
     * those, whatever its phase, and so this before the directory is loaded.
     */
    @Override
    public void loaded() {
        follow();
        acknowledge();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            nodes.end();
        } catch (RuntimeException unreachable) {
            LOG.warn("the other nodes do not hear that this one ends", unreachable);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** It ends before the directory. */
    @Override
    public int getPhase() {
        return 1;
    }
}
