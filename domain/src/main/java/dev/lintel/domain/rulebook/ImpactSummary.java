package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.rulebook.ImpactSearch.Holder;
import dev.lintel.domain.rulebook.PolicyImpact.Touched;
import dev.lintel.domain.rulebook.TouchedDoors.Elsewhere;
import dev.lintel.domain.rulebook.WeekComparison.Difference;
import dev.lintel.domain.user.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Counts and names what a search has found.
 *
 * @param found whoever meets anything otherwise, with what each of their identifiers does
 * @param kinds what was found of each kind of identifier, also of those that meet nothing
 */
record ImpactSummary(SiteSnapshot site, Map<Holder, Map<String, TouchedDoors>> found, Collection<TouchedDoors> kinds) {

    /** People, or guest passes. */
    int count(boolean guests, boolean gains) {
        Map<TouchedDoors, Boolean> known = new IdentityHashMap<>();
        int count = 0;
        for (Map.Entry<Holder, Map<String, TouchedDoors>> one : found.entrySet()) {
            if (one.getKey().guest() == guests) {
                long identifiers = one.getValue().values().stream()
                        .filter(doors ->
                                known.computeIfAbsent(doors, any -> doors.any(difference -> isPart(difference, gains))))
                        .count();
                count += (int) (guests ? identifiers : Math.min(1, identifiers));
            }
        }
        return count;
    }

    int doors(boolean gains) {
        Set<String> counted = new HashSet<>();
        Map<Elsewhere, Map<String, Integer>> entitled = new IdentityHashMap<>();
        Map<Elsewhere, Integer> kindsOf = new IdentityHashMap<>();
        for (TouchedDoors doors : kinds) {
            kindsOf.merge(doors.elsewhere(), 1, Integer::sum);
            Map<String, Integer> times = entitled.computeIfAbsent(doors.elsewhere(), any -> new HashMap<>());
            doors.entitled().forEach((device, difference) -> {
                times.merge(device, 1, Integer::sum);
                if (isPart(difference, gains)) {
                    counted.add(device);
                }
            });
        }
        // where everybody has a right, nobody is like those who have none
        kindsOf.forEach((elsewhere, number) -> elsewhere.differences().forEach((device, difference) -> {
            Map<String, Integer> times = Objects.requireNonNull(entitled.get(elsewhere));
            if (isPart(difference, gains) && times.getOrDefault(device, 0) < number) {
                counted.add(device);
            }
        }));
        return counted.size();
    }

    private static boolean isPart(Difference difference, boolean gains) {
        return !(gains ? difference.gained() : difference.lost()).isZero();
    }

    /** Somebody by name, as lists have them. */
    private record Named(String name, Holder holder, TouchedDoors doors) {
        static final Comparator<Named> ORDER = Comparator.comparing(Named::name)
                .thenComparing(named -> named.holder().person())
                .thenComparing(named -> named.holder().guest());
    }

    /** Those whom it concerns most, by name; of a million nobody is looked at who comes later. */
    List<Touched> touched() {
        Map<TouchedDoors, Set<Difference>> differences = new IdentityHashMap<>();
        Set<Difference> all = new TreeSet<>(Comparator.comparing(Difference::lost)
                .thenComparing(Difference::gained)
                .reversed());
        Map<Holder, TouchedDoors> together = new LinkedHashMap<>();
        found.forEach((holder, identifiers) -> {
            TouchedDoors doors =
                    identifiers.values().stream().reduce(TouchedDoors::and).orElseThrow();
            together.put(holder, doors);
            all.addAll(differences.computeIfAbsent(doors, TouchedDoors::distinct));
        });
        List<Named> everybody = together.entrySet().parallelStream()
                .map(one -> named(one.getKey(), one.getValue()))
                .toList();
        List<Touched> touched = new ArrayList<>();
        for (Difference difference : all) {
            int left = PolicyImpacts.MOST_NAMED - touched.size();
            if (left == 0) {
                break;
            }
            for (Named one : first(left, everybody, named -> Objects.requireNonNull(differences.get(named.doors()))
                    .contains(difference))) {
                // each time thousands of doors are looked at
                if (touched.size() < PolicyImpacts.MOST_NAMED) {
                    one.doors().where(difference).stream()
                            .limit(PolicyImpacts.MOST_NAMED - touched.size())
                            .forEach(device -> touched.add(touched(one.holder(), device, difference)));
                }
            }
        }
        return touched;
    }

    private Named named(Holder holder, TouchedDoors doors) {
        return new Named(Objects.requireNonNull(site.user(holder.person())).name(), holder, doors);
    }

    /** Without sorting all of them: the others are many. */
    private static Iterable<Named> first(int number, List<Named> everybody, Predicate<Named> asked) {
        TreeSet<Named> first = new TreeSet<>(Named.ORDER);
        for (Named one : everybody) {
            boolean fits = first.size() < number || Named.ORDER.compare(one, first.last()) < 0;
            if (fits && asked.test(one)) {
                first.add(one);
                if (first.size() > number) {
                    first.pollLast();
                }
            }
        }
        return first;
    }

    private Touched touched(Holder holder, String id, Difference difference) {
        User person = Objects.requireNonNull(site.user(holder.person()));
        Device device = Objects.requireNonNull(site.device(id));
        return new Touched(
                person.id(),
                person.name(),
                holder.guest(),
                device.id(),
                site.nameOf(device),
                difference.gained(),
                difference.lost());
    }
}
