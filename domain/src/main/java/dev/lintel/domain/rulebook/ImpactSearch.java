package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.LiveFact;
import dev.lintel.domain.access.AccessFacts.Via;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.restriction.RestrictionLine;
import dev.lintel.domain.rulebook.TouchedDoors.Elsewhere;
import dev.lintel.domain.rulebook.WeekComparison.Difference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all identifiers that a changed policy can concern, and through the doors at which it can. Those that no policy
 * can tell apart and that have the same rights meet the same everywhere, and are followed to the doors once.
 */
final class ImpactSearch {
    /** So many identifiers are looked at together. */
    private static final int PART = 2_000;

    private static final Set<PolicyEffect> OPENING = Set.of(PolicyEffect.ALLOW, PolicyEffect.EGRESS);

    private final SiteSnapshot site;
    private final List<Policy> changed;
    private final List<PolicyHolders> changedFor;
    private final List<Policy> all;
    private final WeekComparison weeks;
    private final Instant now;
    private final Map<String, Place> devices = new HashMap<>();
    private final Map<String, Set<String>> places = new HashMap<>();
    private final Map<Kind, Kind> alike = new ConcurrentHashMap<>();
    private final Map<Kind, TouchedDoors> kinds = new IdentityHashMap<>();
    private final Map<Sort, List<Place>> sorts = new LinkedHashMap<>();
    private final Map<WeekComparison.Holding, Elsewhere> elsewhere = new HashMap<>();
    private final Map<WeekComparison.Holding, Set<Sort>> unknown = new HashMap<>();
    private final Set<TouchedDoors> touching = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Holder, Map<String, TouchedDoors>> found = new LinkedHashMap<>();
    private boolean whole = true;

    /**
     * A device.
     *
     * @param policies the numbers of those that hold there in some direction
     * @param directions those that somebody tells from each other there, each with all that policies can tell of it
     */
    private record Place(Device device, BitSet policies, Map<@Nullable String, BitSet> directions) {
        /** The numbers of the policies that hold there in a direction. */
        BitSet concerned(List<Policy> all, @Nullable String direction) {
            BitSet concerned = new BitSet(all.size());
            policies.stream()
                    .filter(number -> all.get(number).doors().fitDirection(direction))
                    .forEach(concerned::set);
            return concerned;
        }
    }

    /** Somebody, with identifiers of their own or with those of their guests. */
    record Holder(String person, boolean guest) {}

    /** All that what happens to somebody can depend on, but the door. Of those that are equal always the same one is kept. */
    private record Kind(WeekComparison.Holding holding, List<Right> rights) {}

    /** @param own whether it is granted to the identifier itself */
    private record Right(String restriction, boolean own, boolean heldByOwner) {}

    /**
     * All that policies can tell of a device.
     *
     * @param rulebook the version of the rules that decide there
     * @param live what goes on there
     */
    private record Sort(
            Map<@Nullable String, BitSet> directions,
            int locks,
            @Nullable String rulebook,
            @Nullable LiveFact live) {}

    /** Somebody as the doors see them. */
    private record Seen(Identifier identifier, AccessFacts facts, Kind kind) {}

    /** What the first of a kind meets where they have a right, by devices; the others meet the same. */
    private record Entitled(Seen first, Map<String, Difference> differences) {}

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
                .distinct()
                .toList();
        this.site = site.asking(Rulebook.wanted(all));
        this.changed = before.stream()
                .flatMap(rules -> RuleSet.changed(rules, after).stream())
                .distinct()
                .toList();
        this.changedFor = changed.stream().map(Policy::holders).distinct().toList();
        this.now = now;
        this.weeks = new WeekComparison(this.site, inForce, trial, all, now);
    }

    /** @param isLate whether to stop with what there is */
    PolicyImpact run(BooleanSupplier isLate, boolean withNames) {
        findDevices();
        if (!changed.isEmpty() && !devices.isEmpty()) {
            Iterator<Identifier> identifiers = site.identifiers().iterator();
            while (whole && identifiers.hasNext()) {
                whole = !isLate.getAsBoolean() && look(next(identifiers), isLate);
            }
        }
        return report(withNames);
    }

    private static List<Identifier> next(Iterator<Identifier> identifiers) {
        List<Identifier> part = new ArrayList<>(PART);
        while (part.size() < PART && identifiers.hasNext()) {
            part.add(identifiers.next());
        }
        return part;
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
                Place place = new Place(device, havingDevice(fact), new HashMap<>());
                place.directions().put(null, place.concerned(all, null));
                named.forEach(direction -> place.directions().put(direction, place.concerned(all, direction)));
                devices.put(device.id(), place);
            }
        }
        site.restrictions(restriction -> {
            for (RestrictionLine line : restriction.lines()) {
                Place place = devices.get(line.device());
                if (place != null) {
                    place.directions().computeIfAbsent(line.accessPoint(), point -> place.concerned(all, point));
                    places.computeIfAbsent(restriction.id(), id -> new HashSet<>())
                            .add(line.device());
                }
            }
            return false;
        });
        for (Place place : devices.values()) {
            Device device = place.device();
            AccessFacts there = site.at(device, now);
            Sort sort = new Sort(place.directions(), device.locks(), there.rulebook(), there.live());
            sorts.computeIfAbsent(sort, any -> new ArrayList<>()).add(place);
        }
    }

    /** The numbers of the policies that hold at a device in some direction. */
    private BitSet havingDevice(AccessFacts.DeviceFact device) {
        BitSet having = new BitSet(all.size());
        for (int i = 0; i < all.size(); i++) {
            having.set(i, all.get(i).doors().haveDevice(device));
        }
        return having;
    }

    /**
     * What each of them is like, and what each new kind meets, is worked out by all processors: the time goes there.
     *
     * @return whether all of these were looked at
     */
    private boolean look(List<Identifier> part, BooleanSupplier isLate) {
        List<Seen> seen =
                part.parallelStream().map(this::seen).flatMap(Optional::stream).toList();
        Map<Kind, Seen> fresh = new LinkedHashMap<>();
        for (Seen one : seen) {
            if (!kinds.containsKey(one.kind())) {
                fresh.putIfAbsent(one.kind(), one);
            }
        }
        List<Optional<Entitled>> entitled = fresh.values().parallelStream()
                .map(one -> isLate.getAsBoolean() ? Optional.<Entitled>empty() : Optional.of(entitled(one)))
                .toList();
        entitled.stream().flatMap(Optional::stream).forEach(this::add);
        seen.forEach(this::follow);
        return entitled.stream().allMatch(Optional::isPresent);
    }

    /** Empty for those whom no changed policy concerns. */
    private Optional<Seen> seen(Identifier identifier) {
        AccessFacts facts = site.presented(identifier.id(), now.plus(WeekComparison.LENGTH));
        if (facts == null || changedFor.stream().noneMatch(holders -> holders.fit(facts))) {
            return Optional.empty();
        }
        List<Right> rights = site.usable(identifier.id()).entrySet().stream()
                .filter(right -> places.containsKey(right.getKey()))
                .map(right -> new Right(
                        right.getKey(),
                        right.getValue().getFirst().kind() == Via.Kind.IDENTIFIER,
                        right.getValue().getLast().kind() != Via.Kind.IDENTIFIER))
                .toList();
        Kind kind = new Kind(weeks.holding(facts), rights);
        return Optional.of(new Seen(identifier, facts, alike.computeIfAbsent(kind, same -> same)));
    }

    private Entitled entitled(Seen one) {
        Map<String, Difference> differences = new HashMap<>();
        for (String device : reached(one.kind().rights())) {
            Place place = Objects.requireNonNull(devices.get(device));
            differences.put(device, difference(one.identifier(), one.kind().holding(), place));
        }
        return new Entitled(one, differences);
    }

    private void add(Entitled entitled) {
        Seen one = entitled.first();
        // without a denial an unchanged policy may open what no restriction does
        boolean opensNew = all.stream()
                .anyMatch(policy ->
                        OPENING.contains(policy.effect()) && policy.holders().fit(one.facts()));
        Map<String, Difference> differences = entitled.differences();
        TouchedDoors doors = new TouchedDoors(
                opensNew ? elsewhere(one.identifier(), one.kind().holding(), differences.keySet()) : Elsewhere.NOTHING,
                differences);
        kinds.put(one.kind(), doors);
        if (doors.any(difference -> !difference.isNone())) {
            touching.add(doors);
        }
    }

    private void follow(Seen one) {
        TouchedDoors doors = kinds.get(one.kind());
        if (doors != null && touching.contains(doors)) {
            Identifier identifier = one.identifier();
            found.computeIfAbsent(
                            new Holder(identifier.user(), identifier.guest() != null), any -> new LinkedHashMap<>())
                    .put(identifier.id(), doors);
        }
    }

    /** Of somebody without any right anywhere, whom all others of the same holding equal where they have none. */
    private Elsewhere elsewhere(Identifier identifier, WeekComparison.Holding holding, Set<String> reached) {
        Elsewhere known = elsewhere.computeIfAbsent(holding, any -> new Elsewhere());
        Set<Sort> open = unknown.computeIfAbsent(holding, any -> new LinkedHashSet<>(sorts.keySet()));
        Map<Sort, Difference> told = new ConcurrentHashMap<>();
        open.parallelStream().forEach(sort -> Objects.requireNonNull(sorts.get(sort)).stream()
                .filter(place -> !reached.contains(place.device().id()))
                .findFirst()
                .ifPresent(place -> told.put(sort, difference(identifier, holding, place))));
        told.forEach((sort, difference) -> Objects.requireNonNull(sorts.get(sort))
                .forEach(alike -> known.put(alike.device().id(), difference)));
        // where the first of them had a right everywhere, another one tells
        open.removeAll(told.keySet());
        return known;
    }

    /** In all directions together. */
    private Difference difference(Identifier identifier, WeekComparison.Holding holding, Place place) {
        Difference difference = Difference.NONE;
        for (Map.Entry<@Nullable String, BitSet> way : place.directions().entrySet()) {
            difference =
                    difference.and(weeks.of(identifier.id(), holding, place.device(), way.getKey(), way.getValue()));
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
        TouchedDoors doors = found.getOrDefault(new Holder(identifier.user(), identifier.guest() != null), Map.of())
                .get(identifier.id());
        return doors == null ? Difference.NONE : doors.at(device);
    }

    private PolicyImpact report(boolean withNames) {
        ImpactSummary summary = new ImpactSummary(site, found, kinds.values());
        return new PolicyImpact(
                now,
                (int) devices.values().stream()
                        .filter(place -> place.device().hasLock())
                        .count(),
                summary.count(false, true),
                summary.count(false, false),
                summary.count(true, true),
                summary.count(true, false),
                summary.doors(true),
                summary.doors(false),
                withNames ? summary.touched() : List.of(),
                whole);
    }
}
