package dev.lintel.domain.access;

import java.util.HashSet;
import java.util.Set;

/**
 * What the policies of a project ask that is gathered only where somebody asks it, so that requests elsewhere stay small and
 * quick.
 *
 * @param schedules ids of the schedules that policies name
 * @param live what they ask of what changes from one moment to the next
 */
public record WantedFacts(Set<String> schedules, Set<Live> live) {
    /** What the shipped rules alone ask. */
    public static final WantedFacts NONE = new WantedFacts(Set.of(), Set.of());

    /** The parts of {@link AccessFacts.LiveFact}. */
    public enum Live {
        THREAT,
        FAILURES,
        PASSES
    }

    public WantedFacts {
        schedules = Set.copyOf(schedules);
        live = Set.copyOf(live);
    }

    /** What is asked by either. */
    public WantedFacts and(WantedFacts other) {
        Set<String> allSchedules = new HashSet<>(schedules);
        allSchedules.addAll(other.schedules);
        Set<Live> allLive = new HashSet<>(live);
        allLive.addAll(other.live);
        return new WantedFacts(allSchedules, allLive);
    }
}
