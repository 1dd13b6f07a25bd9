package dev.lintel.domain.rulebook;

import dev.lintel.domain.rulebook.WeekComparison.Difference;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is otherwise for somebody, by devices.
 *
 * @param elsewhere where they have no right; thousands share it
 * @param entitled where they have one, also where nothing is otherwise
 */
record TouchedDoors(Elsewhere elsewhere, Map<String, Difference> entitled) {

    /** Of somebody without any right anywhere. A site has thousands of doors, and few differences: these are counted. */
    static final class Elsewhere {
        static final Elsewhere NOTHING = new Elsewhere();

        private final Map<String, Difference> differences = new HashMap<>();
        private final Map<Difference, Integer> counts = new HashMap<>();
        private final Map<Elsewhere, Elsewhere> joined = new IdentityHashMap<>();

        void put(String device, Difference difference) {
            if (differences.put(device, difference) != null) {
                throw new IllegalStateException("known before: " + device);
            }
            counts.merge(difference, 1, Integer::sum);
        }

        Map<String, Difference> differences() {
            return Collections.unmodifiableMap(differences);
        }

        private Difference at(String device) {
            return differences.getOrDefault(device, Difference.NONE);
        }

        /** What is so at some device that is none of these. */
        private Set<Difference> without(Set<String> devices) {
            Map<Difference, Integer> left = new HashMap<>(counts);
            for (String device : devices) {
                Difference difference = differences.get(device);
                if (difference != null) {
                    left.merge(difference, -1, Integer::sum);
                }
            }
            left.values().removeIf(count -> count == 0);
            return left.keySet();
        }

        private Elsewhere and(Elsewhere other) {
            if (this == other) {
                return this;
            }
            return joined.computeIfAbsent(other, any -> {
                Elsewhere both = new Elsewhere();
                Set<String> devices = new HashSet<>(differences.keySet());
                devices.addAll(other.differences.keySet());
                devices.forEach(device -> both.put(device, most(at(device), other.at(device))));
                return both;
            });
        }
    }

    Difference at(String device) {
        Difference here = entitled.get(device);
        return here == null ? elsewhere.at(device) : here;
    }

    boolean any(Predicate<Difference> asked) {
        return entitled.values().stream().anyMatch(asked)
                || elsewhere.without(entitled.keySet()).stream().anyMatch(asked);
    }

    /** All that is otherwise at some device. */
    Set<Difference> distinct() {
        Set<Difference> distinct = new HashSet<>(entitled.values());
        distinct.addAll(elsewhere.without(entitled.keySet()));
        distinct.remove(Difference.NONE);
        return distinct;
    }

    /** The devices at which just this is otherwise, in an order that is always the same. */
    List<String> where(Difference asked) {
        return Stream.concat(
                        entitled.keySet().stream(),
                        elsewhere.differences.keySet().stream().filter(device -> !entitled.containsKey(device)))
                .filter(device -> at(device).equals(asked))
                .sorted()
                .toList();
    }

    /** Of somebody who has both, once everything is known of those without a right. */
    TouchedDoors and(TouchedDoors other) {
        if (equals(other)) {
            return this;
        }
        Map<String, Difference> both = new HashMap<>();
        Stream.of(this, other)
                .flatMap(doors -> doors.entitled.keySet().stream())
                .forEach(device -> both.computeIfAbsent(device, any -> most(at(device), other.at(device))));
        return new TouchedDoors(elsewhere.and(other.elsewhere), both);
    }

    private static Difference most(Difference one, Difference other) {
        return new Difference(
                Collections.max(List.of(one.gained(), other.gained())),
                Collections.max(List.of(one.lost(), other.lost())));
    }
}
