package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.restriction.RestrictionLine;
import dev.lintel.domain.rulebook.PolicyImpact.Touched;
import dev.lintel.domain.rulebook.WeekComparison.Difference;
import dev.lintel.domain.user.User;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Goes through all identifiers that a changed policy can concern, and through the doors at which it can. */
final class ImpactSearch {
    private static final Set<PolicyEffect> OPENING = Set.of(PolicyEffect.ALLOW, PolicyEffect.EGRESS);

    private final SiteSnapshot site;
    private final List<Policy> changed;
    private final List<Policy> all;
    private final WeekComparison weeks;
    private final Instant now;
    private final Map<String, Place> devices = new HashMap<>();
    private final Map<String, Set<String>> places = new HashMap<>();
    private final Map<Door, Difference> differences = new LinkedHashMap<>();
    private boolean whole = true;

    /** A device, and the directions that somebody tells from each other there. */
    private record Place(Device device, Set<@Nullable String> directions) {}

    private record Door(String person, boolean guest, String identifier, String device) {}

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
        for (Device device : site.devices()) {
            AccessFacts.DeviceFact fact = site.fact(device);
            if (changed.stream().anyMatch(policy -> policy.doors().haveDevice(fact))) {
                Set<@Nullable String> directions = new HashSet<>();
                directions.add(null);
                changed.forEach(policy -> directions.add(policy.doors().accessPoint()));
                devices.put(device.id(), new Place(device, directions));
            }
        }
        site.restrictions(restriction -> {
            for (RestrictionLine line : restriction.lines()) {
                Place place = devices.get(line.device());
                if (place != null) {
                    place.directions().add(line.accessPoint());
                    places.computeIfAbsent(restriction.id(), id -> new HashSet<>())
                            .add(line.device());
                }
            }
            return false;
        });
    }

    private void look(Identifier identifier) {
        if (devices.isEmpty()) {
            return;
        }
        Device any = devices.values().iterator().next().device();
        AccessFacts facts = site.facts(identifier.id(), any, null, null, now.plus(WeekComparison.LENGTH));
        if (facts == null) {
            return;
        }
        if (changed.stream().noneMatch(policy -> policy.holders().fit(facts))) {
            return;
        }
        // without a denial an unchanged policy may open what no restriction does
        boolean opensNew = all.stream()
                .anyMatch(policy ->
                        OPENING.contains(policy.effect()) && policy.holders().fit(facts));
        for (String device : opensNew ? devices.keySet() : reached(identifier)) {
            Place place = Objects.requireNonNull(devices.get(device));
            Difference difference = Difference.NONE;
            for (String direction : place.directions()) {
                difference = difference.and(weeks.of(identifier.id(), place.device(), direction));
            }
            if (!difference.isNone()) {
                boolean guest = identifier.guest() != null;
                differences.put(new Door(identifier.user(), guest, identifier.id(), device), difference);
            }
        }
    }

    private Set<String> reached(Identifier identifier) {
        Set<String> reached = new HashSet<>();
        site.usable(identifier.id())
                .keySet()
                .forEach(restriction -> reached.addAll(places.getOrDefault(restriction, Set.of())));
        return reached;
    }

    /** For how long a door opens otherwise to an identifier than today, in all directions together. */
    Difference difference(Identifier identifier, String device) {
        Door door = new Door(identifier.user(), identifier.guest() != null, identifier.id(), device);
        return differences.getOrDefault(door, Difference.NONE);
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
        Set<String> counted = new HashSet<>();
        differences.forEach((door, difference) -> {
            if (door.guest() == guests && isPart(difference, gains)) {
                counted.add(guests ? door.identifier() : door.person());
            }
        });
        return counted.size();
    }

    private int doors(boolean gains) {
        Set<String> counted = new HashSet<>();
        differences.forEach((door, difference) -> {
            if (isPart(difference, gains)) {
                counted.add(door.device());
            }
        });
        return counted.size();
    }

    private static boolean isPart(Difference difference, boolean gains) {
        return !(gains ? difference.gained() : difference.lost()).isZero();
    }

    private List<Touched> touched() {
        Map<List<Object>, Touched> joined = new LinkedHashMap<>();
        differences.forEach((door, difference) -> joined.merge(
                List.of(door.person(), door.guest(), door.device()),
                touched(door, difference),
                (one, other) -> new Touched(
                        one.person(),
                        one.name(),
                        one.guest(),
                        one.deviceId(),
                        one.deviceName(),
                        Collections.max(List.of(one.gained(), other.gained())),
                        Collections.max(List.of(one.lost(), other.lost())))));
        return joined.values().stream()
                .sorted(Comparator.comparing(Touched::lost)
                        .thenComparing(Touched::gained)
                        .reversed()
                        .thenComparing(Touched::name)
                        .thenComparing(Touched::person))
                .limit(PolicyImpacts.MOST_NAMED)
                .toList();
    }

    private Touched touched(Door door, Difference difference) {
        User person = Objects.requireNonNull(site.user(door.person()));
        Device device = Objects.requireNonNull(devices.get(door.device())).device();
        return new Touched(
                person.id(),
                person.name(),
                door.guest(),
                device.id(),
                device.name() == null ? device.serial() : device.name(),
                difference.gained(),
                difference.lost());
    }
}
