package dev.lintel.domain.access.matrix;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.access.ReasonCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Follows the answers of a door from each to the next that may differ, by {@link Decision#until}: no time between is looked
 * at, and none is left out. It knows nothing but rules and facts, so these may be those in force or those of a draft.
 *
 * @param rules decide at each of these instants
 * @param most how many decisions may be asked for; where schedules or rules change too often, the answer ends early
 */
public record DoorTimes(AccessDecisionPoint rules, int most) {
    /** Enough for a door that changes every minute of a week, and asked for in less than a second. */
    public static final int MOST = 25_000;

    /**
     * An identifier at the door.
     *
     * @param facts what a decision would rest on if it were presented at an instant
     */
    public record Key(String identifier, Function<Instant, AccessFacts> facts) {}

    /** A decision and the first instant at which it has to be asked for again. */
    private record Standing(Key key, Decision decision, Instant until) {}

    /**
     * When the door opens to any of the identifiers.
     *
     * @param from the first instant
     * @param until the first instant after the last
     * @return without gap or overlap from the first instant on, neighbours differ; to the end, or where that would be too
     *     much work, as far as it went
     */
    public List<DoorSpan> follow(List<Key> keys, Instant from, Instant until) {
        if (keys.size() > most) {
            return List.of();
        }
        List<DoorSpan> spans = new ArrayList<>();
        List<Standing> standing =
                keys.stream().map(key -> ask(key, from, until)).toList();
        int asked = keys.size();
        Instant at = from;
        while (at.isBefore(until)) {
            Instant next = first(standing, until);
            spans.add(span(standing, at, next));
            List<Standing> then = new ArrayList<>(keys.size());
            for (Standing one : next.isBefore(until) ? standing : List.<Standing>of()) {
                boolean holds = next.isBefore(one.until());
                asked += holds ? 0 : 1;
                if (asked > most) {
                    return DoorSpan.joined(spans);
                }
                then.add(holds ? one : ask(one.key(), next, until));
            }
            standing = then;
            at = next;
        }
        return DoorSpan.joined(spans);
    }

    private Standing ask(Key key, Instant at, Instant end) {
        Decision decision = rules.decide(key.facts().apply(at));
        Instant until = decision.until() == null ? end : decision.until();
        // whatever the rules say, time goes on
        return new Standing(key, decision, until.isAfter(at) ? until : at.plusNanos(1));
    }

    private static Instant first(List<Standing> standing, Instant end) {
        Instant first = end;
        for (Standing one : standing) {
            first = one.until().isBefore(first) ? one.until() : first;
        }
        return first;
    }

    private static DoorSpan span(List<Standing> standing, Instant from, Instant until) {
        ReasonCode granted = null;
        // whoever has no identifier has none that is known
        ReasonCode refused = ReasonCode.UNKNOWN_IDENTIFIER;
        List<String> identifiers = new ArrayList<>();
        TreeSet<Integer> locks = new TreeSet<>();
        TreeSet<String> restrictions = new TreeSet<>();
        for (Standing one : standing) {
            ReasonCode reason = one.decision().reason();
            if (one.decision().isGranted()) {
                granted = granted == null || reason.compareTo(granted) < 0 ? reason : granted;
                identifiers.add(one.key().identifier());
                locks.addAll(one.decision().locks());
                restrictions.addAll(one.decision().restrictions());
            } else {
                refused = reason.compareTo(refused) > 0 ? reason : refused;
            }
        }
        return new DoorSpan(
                from,
                until,
                granted != null,
                granted == null ? refused : granted,
                List.copyOf(locks),
                List.copyOf(restrictions),
                identifiers);
    }
}
