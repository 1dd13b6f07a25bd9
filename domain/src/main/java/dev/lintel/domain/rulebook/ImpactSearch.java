package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.Via;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.restriction.RestrictionLine;
import dev.lintel.domain.rulebook.PolicyImpact.Touched;
import dev.lintel.domain.rulebook.WeekComparison.Difference;
import dev.lintel.domain.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
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
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all identifiers that a changed policy can concern, and through the doors at which it can. Those that no policy
 * can tell apart and that have the same rights meet the same everywhere, and are followed to the doors once.
 */
final class ImpactSearch {
    private static final Set<PolicyEffect> OPENING = Set.of(PolicyEffect.ALLOW, PolicyEffect.EGRESS);

    private final SiteSnapshot site;
    private final List<Policy> changed;
    private final List<Policy> all;
    private final WeekComparison weeks;
    private final Instant now;
    private final Map<String, Place> devices = new HashMap<>();
    private final Map<String, Set<String>> places = new HashMap<>();
    private final Map<Kind, Doors> kinds = new HashMap<>();
    private final Map<Unentitled, Difference> unentitled = new HashMap<>();
    private final Map<WeekComparison.Holding, Map<String, Difference>> anywhere = new HashMap<>();
    private final Map<Holder, Map<String, Doors>> found = new LinkedHashMap<>();
    private final boolean differsByDoor;
    private boolean whole = true;

    /** A device, and the directions that somebody tells from each other there, each with all that policies can tell of it. */
    private record Place(Device device, Map<@Nullable String, BitSet> directions) {}

    /** Somebody, with identifiers of their own or with those of their guests. */
    private record Holder(String person, boolean guest) {}

    /** All that what happens to somebody can depend on, but the door. */
    private record Kind(WeekComparison.Holding holding, List<Right> rights) {}

    /** @param own whether it is granted to the identifier itself */
    private record Right(String restriction, boolean own, boolean heldByOwner) {}

    /**
     * Somebody without any right at a door of which this is all that policies can tell.
     *
     * @param device where one is not like another; else null
     */
    private record Unentitled(
            WeekComparison.Holding holding,
            BitSet door,
            @Nullable String direction,
            int locks,
            @Nullable String device) {}

    /**
     * What is otherwise for somebody, by devices.
     *
     * @param anywhere where they have no right; those with the same are the same
     * @param entitled where they have one, also where nothing is otherwise
     */
    private record Doors(Map<String, Difference> anywhere, Map<String, Difference> entitled) {
        Difference at(String device) {
            Difference here = entitled.get(device);
            return here == null ? anywhere.getOrDefault(device, Difference.NONE) : here;
        }

        boolean any(Predicate<Difference> asked) {
            return entitled.values().stream().anyMatch(asked)
                    || anywhere.entrySet().stream()
                            .anyMatch(one -> asked.test(one.getValue()) && !entitled.containsKey(one.getKey()));
        }

        List<String> where(Difference asked) {
            return Stream.concat(
                            entitled.keySet().stream(),
                            anywhere.keySet().stream().filter(device -> !entitled.containsKey(device)))
                    .filter(device -> at(device).equals(asked))
                    .sorted()
                    .toList();
        }

        /** Of somebody who has both. */
        Doors and(Doors other) {
            if (equals(other)) {
                return this;
            }
            Map<String, Difference> both = new HashMap<>();
            Stream.of(this, other)
                    .flatMap(doors -> Stream.concat(
                            doors.entitled.keySet().stream(),
                            anywhere.equals(other.anywhere) ? Stream.of() : doors.anywhere.keySet().stream()))
                    .forEach(device -> both.computeIfAbsent(device, any -> most(at(device), other.at(device))));
            return new Doors(anywhere, both);
        }

        private static Difference most(Difference one, Difference other) {
            return new Difference(
                    Collections.max(List.of(one.gained(), other.gained())),
                    Collections.max(List.of(one.lost(), other.lost())));
        }
    }

    /**
     * @param inForce decides under the policies before
     * @param trial decides under those after
     * @param before those in force, and in force in part
     */
    ImpactSearch(
            SiteSnapshot site,
            AccessDecisionPoint inForce,
            AccessDecisionPoint trial,
            List<RuleSet> before,
            RuleSet after,
            Instant now) {
        this.all = Stream.concat(before.stream(), Stream.of(after))
                .flatMap(rules -> rules.all().stream())
                .toList();
        this.site = site.asking(Rulebook.wanted(all));
        this.changed = before.stream()
                .flatMap(rules -> RuleSet.changed(rules, after).stream())
                .distinct()
                .toList();
        // then a door is like another only if the same rules decide there, and the same goes on
        this.differsByDoor = before.size() > 1
                || all.stream().anyMatch(policy -> !policy.times().state().isAny());
        this.now = now;
        this.weeks = new WeekComparison(this.site, inForce, trial, all, now);
    }

    /** @param isLate whether to stop with what there is */
    PolicyImpact run(BooleanSupplier isLate, boolean withNames) {
        findDevices();
        for (Identifier identifier : changed.isEmpty() ? List.<Identifier>of() : site.identifiers()) {
            if (isLate.getAsBoolean()) {
                whole = false;
                break;
            }
            look(identifier);
        }
        return report(withNames);
    }

    private void findDevices() {
        Set<String> named = new HashSet<>();
        for (Policy policy : all) {
            Stream.ofNullable(policy.doors().accessPoint()).forEach(named::add);
            if (policy.doors().sparesWayOut()) {
                named.addAll(List.of("in", "out"));
            }
        }
        for (Device device : site.devices()) {
            AccessFacts.DeviceFact fact = site.fact(device);
            if (changed.stream().anyMatch(policy -> policy.doors().haveDevice(fact))) {
                Map<@Nullable String, BitSet> directions = new HashMap<>();
                directions.put(null, concerned(fact, null));
                named.forEach(direction -> directions.put(direction, concerned(fact, direction)));
                devices.put(device.id(), new Place(device, directions));
            }
        }
        site.restrictions(restriction -> {
            for (RestrictionLine line : restriction.lines()) {
                Place place = devices.get(line.device());
                if (place != null) {
                    place.directions()
                            .computeIfAbsent(line.accessPoint(), point -> concerned(site.fact(place.device()), point));
                    places.computeIfAbsent(restriction.id(), id -> new HashSet<>())
                            .add(line.device());
                }
            }
            return false;
        });
    }

    /** The numbers of the policies that hold at a device in a direction. */
    private BitSet concerned(AccessFacts.DeviceFact device, @Nullable String direction) {
        BitSet concerned = new BitSet(all.size());
        for (int i = 0; i < all.size(); i++) {
            PolicyDoors doors = all.get(i).doors();
            concerned.set(i, doors.haveDevice(device) && doors.fitDirection(direction));
        }
        return concerned;
    }

    private void look(Identifier identifier) {
        AccessFacts facts = devices.isEmpty() ? null : site.presented(identifier.id(), now.plus(WeekComparison.LENGTH));
        if (facts == null
                || changed.stream().noneMatch(policy -> policy.holders().fit(facts))) {
            return;
        }
        WeekComparison.Holding holding = weeks.holding(facts);
        Map<String, List<Via>> usable = site.usable(identifier.id());
        List<Right> rights = usable.entrySet().stream()
                .filter(right -> places.containsKey(right.getKey()))
                .map(right -> new Right(
                        right.getKey(),
                        right.getValue().getFirst().kind() == Via.Kind.IDENTIFIER,
                        right.getValue().getLast().kind() != Via.Kind.IDENTIFIER))
                .toList();
        Kind kind = new Kind(holding, rights);
        Doors doors = kinds.get(kind);
        if (doors == null) {
            doors = doors(identifier, facts, holding, reached(rights));
            kinds.put(kind, doors);
        }
        if (doors.any(difference -> !difference.isNone())) {
            found.computeIfAbsent(
                            new Holder(identifier.user(), identifier.guest() != null), any -> new LinkedHashMap<>())
                    .put(identifier.id(), doors);
        }
    }

    private Doors doors(Identifier identifier, AccessFacts facts, WeekComparison.Holding holding, Set<String> reached) {
        // without a denial an unchanged policy may open what no restriction does
        boolean opensNew = all.stream()
                .anyMatch(policy ->
                        OPENING.contains(policy.effect()) && policy.holders().fit(facts));
        Map<String, Difference> entitled = new HashMap<>();
        for (String device : reached) {
            Place place = Objects.requireNonNull(devices.get(device));
            Difference difference = Difference.NONE;
            for (@Nullable String direction : place.directions().keySet()) {
                difference = difference.and(weeks.of(identifier.id(), place.device(), direction));
            }
            entitled.put(device, difference);
        }
        return new Doors(opensNew ? anywhere(identifier, holding, reached) : Map.of(), entitled);
    }

    /** Of somebody without any right anywhere, whom all others of the same holding equal where they have none. */
    private Map<String, Difference> anywhere(
            Identifier identifier, WeekComparison.Holding holding, Set<String> reached) {
        Map<String, Difference> known = anywhere.computeIfAbsent(holding, any -> new HashMap<>());
        // where the first of them had a right, another one tells
        for (Place place : devices.values()) {
            String device = place.device().id();
            if (!reached.contains(device) && !known.containsKey(device)) {
                Difference difference = Difference.NONE;
                for (Map.Entry<@Nullable String, BitSet> one :
                        place.directions().entrySet()) {
                    difference = difference.and(
                            unentitled(identifier, holding, place.device(), one.getValue(), one.getKey()));
                }
                known.put(device, difference);
            }
        }
        return known;
    }

    private Difference unentitled(
            Identifier identifier,
            WeekComparison.Holding holding,
            Device device,
            BitSet concerned,
            @Nullable String direction) {
        Unentitled alike =
                new Unentitled(holding, concerned, direction, device.locks(), differsByDoor ? device.id() : null);
        Difference difference = unentitled.get(alike);
        if (difference == null) {
            difference = weeks.of(identifier.id(), device, direction);
            unentitled.put(alike, difference);
        }
        return difference;
    }

    private Set<String> reached(List<Right> rights) {
        Set<String> reached = new HashSet<>();
        rights.forEach(right -> reached.addAll(places.getOrDefault(right.restriction(), Set.of())));
        return reached;
    }

    /** For how long a door opens otherwise to an identifier than today, in all directions together. */
    Difference difference(Identifier identifier, String device) {
        Doors doors = found.getOrDefault(new Holder(identifier.user(), identifier.guest() != null), Map.of())
                .get(identifier.id());
        return doors == null ? Difference.NONE : doors.at(device);
    }

    private PolicyImpact report(boolean withNames) {
        return new PolicyImpact(
                now,
                devices.size(),
                count(false, true),
                count(false, false),
                count(true, true),
                count(true, false),
                doors(true),
                doors(false),
                withNames ? touched() : List.of(),
                whole);
    }

    private int count(boolean guests, boolean gains) {
        Map<Doors, Boolean> known = new IdentityHashMap<>();
        int count = 0;
        for (Map.Entry<Holder, Map<String, Doors>> one : found.entrySet()) {
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

    private int doors(boolean gains) {
        Set<String> counted = new HashSet<>();
        Map<Map<String, Difference>, Map<String, Integer>> entitled = new IdentityHashMap<>();
        Map<Map<String, Difference>, Integer> kindsOf = new IdentityHashMap<>();
        for (Doors doors : kinds.values()) {
            kindsOf.merge(doors.anywhere(), 1, Integer::sum);
            Map<String, Integer> times = entitled.computeIfAbsent(doors.anywhere(), any -> new HashMap<>());
            doors.entitled().forEach((device, difference) -> {
                times.merge(device, 1, Integer::sum);
                if (isPart(difference, gains)) {
                    counted.add(device);
                }
            });
        }
        // where everybody has a right, nobody is like those who have none
        kindsOf.forEach((anywhere, number) -> anywhere.forEach((device, difference) -> {
            Map<String, Integer> times = Objects.requireNonNull(entitled.get(anywhere));
            if (isPart(difference, gains) && times.getOrDefault(device, 0) < number) {
                counted.add(device);
            }
        }));
        return counted.size();
    }

    private static boolean isPart(Difference difference, boolean gains) {
        return !(gains ? difference.gained() : difference.lost()).isZero();
    }

    /** Those whom it concerns most, by name; of a million nobody is looked at who comes later. */
    private List<Touched> touched() {
        Map<Holder, Doors> doors = new LinkedHashMap<>();
        Map<Doors, Set<Difference>> differences = new IdentityHashMap<>();
        Set<Difference> all = new TreeSet<>(Comparator.comparing(Difference::lost)
                .thenComparing(Difference::gained)
                .reversed());
        found.forEach((holder, identifiers) -> {
            Doors those = identifiers.values().stream().reduce(Doors::and).orElseThrow();
            doors.put(holder, those);
            all.addAll(differences.computeIfAbsent(those, ImpactSearch::distinct));
        });
        List<Holder> byName = doors.keySet().stream()
                .sorted(Comparator.comparing(this::name)
                        .thenComparing(Holder::person)
                        .thenComparing(Holder::guest))
                .toList();
        List<Touched> touched = new ArrayList<>();
        for (Difference difference : all) {
            for (Holder holder : byName) {
                Doors those = Objects.requireNonNull(doors.get(holder));
                if (touched.size() >= PolicyImpacts.MOST_NAMED) {
                    return touched;
                }
                if (Objects.requireNonNull(differences.get(those)).contains(difference)) {
                    those.where(difference).stream()
                            .limit(PolicyImpacts.MOST_NAMED - touched.size())
                            .forEach(device -> touched.add(touched(holder, device, difference)));
                }
            }
        }
        return touched;
    }

    private static Set<Difference> distinct(Doors doors) {
        Set<Difference> distinct = new HashSet<>(doors.entitled().values());
        doors.anywhere().forEach((device, difference) -> {
            if (!distinct.contains(difference) && !doors.entitled().containsKey(device)) {
                distinct.add(difference);
            }
        });
        distinct.remove(Difference.NONE);
        return distinct;
    }

    private String name(Holder holder) {
        return Objects.requireNonNull(site.user(holder.person())).name();
    }

    private Touched touched(Holder holder, String id, Difference difference) {
        User person = Objects.requireNonNull(site.user(holder.person()));
        Device device = Objects.requireNonNull(devices.get(id)).device();
        return new Touched(
                person.id(),
                person.name(),
                holder.guest(),
                device.id(),
                device.name() == null ? device.serial() : device.name(),
                difference.gained(),
                difference.lost());
    }
}
