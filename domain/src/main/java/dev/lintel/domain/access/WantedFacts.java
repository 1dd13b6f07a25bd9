package dev.lintel.domain.access;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the policies of a project ask that is gathered only where somebody asks it, so that requests elsewhere stay small and
 * quick.
 *
 * @param schedules ids of the schedules that policies name
 */
public record WantedFacts(Set<String> schedules) {
    /** What the shipped rules alone ask. */
    public static final WantedFacts NONE = new WantedFacts(Set.of());

    public WantedFacts {
        schedules = Set.copyOf(schedules);
    }

    /** What is asked by either. */
    public WantedFacts and(WantedFacts other) {
        SortedSet<String> both = new TreeSet<>(schedules);
        both.addAll(other.schedules);
        return new WantedFacts(both);
    }
}
