package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.PartRuling;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.rulebook.NodeStore.Switched;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says of each server whether it has switched to the rules in force. Each writes down by what its own doors are decided, right
 * after it has switched and every few seconds; who ends says so, and who has not been heard of for an hour is forgotten.
 */
@Service
public class NodeStates {
    private static final Duration KEPT = Duration.ofHours(1);

    /** So long a switch may take before people are told. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final NodeStore store;
    private final Rulebooks rulebooks;
    private final AccessDirectory directory;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final TransactionTemplate apart;
    private final String name;

    NodeStates(
            NodeStore store,
            Rulebooks rulebooks,
            AccessDirectory directory,
            ApplicationEventPublisher events,
            InstantSource clock,
            PlatformTransactionManager transactions,
            NodeName name) {
        this.store = store;
        this.rulebooks = rulebooks;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
        this.name = name.text();
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** All servers, by name. */
    @Transactional(readOnly = true)
    public List<NodeState> of(Actor actor, long project) {
        rulebooks.require(actor, Permission.RULE_VIEW, project);
        return states(project);
    }

    private List<NodeState> states(long project) {
        String inForce = rulebooks.deciding(project);
        return store.of(project).stream()
                .map(node -> new NodeState(node.name(), node.at(), node.label().equals(inForce)))
                .toList();
    }

    /** Writes down by what the doors of this server are decided. It may come while a transaction is being closed. */
    @Unguarded("the server says it of itself")
    public void acknowledge() {
        Map<String, String> labels = new HashMap<>();
        for (SiteSnapshot site : directory.sites()) {
            String label = label(site.rulebook(), site.partRuling());
            if (!label.isEmpty()) {
                labels.put(Long.toString(site.project().id()), label);
            }
        }
        Instant now = clock.instant();
        apart.executeWithoutResult(status -> store.put(name, now, labels));
    }

    /** What tells from each other by what doors are decided; empty is the shipped rules alone. */
    static String label(@Nullable String version, @Nullable PartRuling part) {
        String everywhere = version == null ? "" : version;
        return part == null ? everywhere : everywhere + " " + part.version() + "@" + part.group();
    }

    /** Says that this server ends. */
    void end() {
        apart.executeWithoutResult(status -> store.remove(name));
    }

    /** Writes down how far this server is, and tells people when one has not switched for long. To be called every few seconds. */
    @Unguarded("the server looks after itself")
    @Transactional
    public void look() {
        acknowledge();
        Instant now = clock.instant();
        store.forget(now.minus(KEPT));
        for (Switched version : store.untold(now.minus(PATIENCE))) {
            String behind = states(version.project()).stream()
                    .filter(node -> !node.switched())
                    .map(NodeState::name)
                    .collect(Collectors.joining(", "));
            if (!behind.isEmpty() && store.tell(version)) {
                events.publishEvent(new RulebookNews(
                        version.project(), RulebookNews.Kind.NOT_EVERYWHERE, version.number(), behind));
            }
        }
    }
}
