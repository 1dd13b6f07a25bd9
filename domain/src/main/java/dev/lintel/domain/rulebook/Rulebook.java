package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.StandingDenials;
import dev.lintel.domain.access.WantedFacts;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The policies of a project that hold together. Immutable: what a version says, it says for ever.
 *
 * @param version names it on this server, {@code <project>.<number>}
 * @param policies in the order in which people read them; the order decides nothing
 * @param tables of each of which one row at most counts
 * @param outcomes tables about something else than doors
 */
public record Rulebook(String version, List<Policy> policies, List<PolicyTable> tables, List<OutcomeTable> outcomes) {
    /** More policies, and rows of tables, than this are no rulebook any more, and doors would wait for them. */
    public static final int MOST_POLICIES = 200;

    public Rulebook {
        policies = List.copyOf(policies);
        tables = List.copyOf(tables);
        outcomes = List.copyOf(outcomes);
    }

    /** About doors alone. */
    public Rulebook(String version, List<Policy> policies, List<PolicyTable> tables) {
        this(version, policies, tables, List.of());
    }

    /** Of policies alone. */
    public Rulebook(String version, List<Policy> policies) {
        this(version, policies, List.of());
    }

    /** A draft, which has no version yet. */
    public static Rulebook draft(long project, RuleSet rules) {
        return new Rulebook(project + ".0", rules.policies(), rules.tables(), rules.outcomes());
    }

    /** Whether there is nothing in it about doors. */
    public boolean isEmpty() {
        return policies.isEmpty() && tables.isEmpty();
    }

    /** The times of day at which, for the time's sake alone, another policy may hold; none where none looks at the time. */
    public NavigableSet<LocalTime> edges() {
        TreeSet<LocalTime> edges = new TreeSet<>();
        List<Policy> all = all();
        if (all.stream().anyMatch(policy -> policy.holders().askForDays())) {
            edges.add(LocalTime.MIDNIGHT);
        }
        all.stream().map(Policy::times).filter(PolicyTimes::askTheClock).forEach(times -> Stream.of(
                        LocalTime.MIDNIGHT, times.from(), times.to())
                .filter(Objects::nonNull)
                .forEach(edges::add));
        return edges;
    }

    /** What its policies ask that is gathered only where somebody asks it. */
    public WantedFacts wanted() {
        return wanted(all());
    }

    /** What its policies always deny, so that devices can keep to it by themselves. */
    public StandingDenials denials() {
        return StandingPolicies.of(this);
    }

    private List<Policy> all() {
        return Stream.concat(policies.stream(), tables.stream().flatMap(table -> table.rows().stream()))
                .toList();
    }

    /** The same of policies that belong to no version yet. */
    static WantedFacts wanted(List<Policy> policies) {
        return new WantedFacts(
                policies.stream()
                        .flatMap(policy -> policy.times().schedules().stream())
                        .collect(Collectors.toSet()),
                policies.stream()
                        .flatMap(policy -> policy.times().state().wanted().stream())
                        .collect(Collectors.toSet()));
    }

    /** The first instant after that of the facts at which, for the sake of what is going on, another policy may hold. */
    public @Nullable Instant nextLiveEdge(AccessFacts facts) {
        return facts.live() == null
                ? null
                : all().stream()
                        .map(policy -> policy.times().state().nextEdge(facts))
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null);
    }

    /**
     * The first instant after this one at which the clock shows one of these times, or is put forward or back; null without
     * any of them.
     */
    public static @Nullable Instant nextEdge(NavigableSet<LocalTime> edges, Instant at, ZoneId zone) {
        if (edges.isEmpty()) {
            return null;
        }
        // the clock runs evenly until it is put forward or back
        ZoneOffset offset = zone.getRules().getOffset(at);
        LocalDateTime now = LocalDateTime.ofInstant(at, offset);
        LocalTime later = edges.higher(now.toLocalTime());
        LocalDateTime next = later == null
                ? now.toLocalDate().plusDays(1).atTime(edges.first())
                : now.toLocalDate().atTime(later);
        Instant edge = next.toInstant(offset);
        ZoneOffsetTransition change = zone.getRules().nextTransition(at);
        return change != null && change.getInstant().isBefore(edge) ? change.getInstant() : edge;
    }
}
