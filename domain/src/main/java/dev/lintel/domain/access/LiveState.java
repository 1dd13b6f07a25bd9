package dev.lintel.domain.access;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What changes in a project from one moment to the next, as far as policies can ask it. Immutable. */
final class LiveState {
    /** Of so many failed attempts a policy can ask at most. */
    static final int MOST_FAILURES = 20;

    /** For how long one is remembered. */
    static final Duration FAILURES_LAST = Duration.ofHours(1);

    static final LiveState CALM = new LiveState(HashMap.empty(), HashMap.empty(), Presences.NOBODY);

    private final Map<String, ThreatLevel> threats;
    private final Map<String, List<Instant>> failures;
    private final Presences presences;

    private LiveState(Map<String, ThreatLevel> threats, Map<String, List<Instant>> failures, Presences presences) {
        this.threats = threats;
        this.failures = failures;
        this.presences = presences;
    }

    /** The same with these levels and no others, by groups. */
    LiveState threatened(java.util.Map<String, ThreatLevel> levels) {
        Map<String, ThreatLevel> other = HashMap.ofAll(levels);
        return other.equals(threats) ? this : new LiveState(other, failures, presences);
    }

    /** After somebody has tried at a device what nobody has; the same attempt twice is one. */
    LiveState failed(String device, Instant at) {
        List<Instant> before = failures(device);
        if (before.contains(at)) {
            return this;
        }
        List<Instant> sorted =
                Stream.concat(before.stream(), Stream.of(at)).sorted().toList();
        Instant newest = sorted.getLast();
        List<Instant> kept = sorted.stream()
                .skip(Math.max(0, sorted.size() - MOST_FAILURES))
                .filter(one -> one.isAfter(newest.minus(FAILURES_LAST)))
                .toList();
        return new LiveState(threats, failures.put(device, kept), presences);
    }

    Presences presences() {
        return presences;
    }

    /** With these people where they are. */
    LiveState with(Presences others) {
        return others == presences ? this : new LiveState(threats, failures, others);
    }

    /** With what the other knows besides, some of which is not stored yet: failed attempts, and who is where. */
    LiveState withEventsOf(LiveState other) {
        LiveState all = with(other.presences);
        for (io.vavr.Tuple2<String, List<Instant>> device : other.failures) {
            for (Instant at : device._2()) {
                all = all.failed(device._1(), at);
            }
        }
        return all;
    }

    /** The highest level of any of these groups. */
    ThreatLevel threat(Collection<String> groups) {
        ThreatLevel highest = ThreatLevel.NORMAL;
        if (threats.isEmpty()) {
            return highest;
        }
        for (String group : groups) {
            ThreatLevel level = threats.getOrElse(group, ThreatLevel.NORMAL);
            highest = level.compareTo(highest) > 0 ? level : highest;
        }
        return highest;
    }

    /** The last failed attempts at a device, the oldest first. */
    List<Instant> failures(String device) {
        return failures.getOrElse(device, List.of());
    }
}
