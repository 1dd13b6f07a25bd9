package dev.lintel.domain.review;

import dev.lintel.domain.access.AccessFacts.Via;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.review.ReviewRight.HolderKind;
import dev.lintel.domain.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rights of people and their guests in one snapshot of a project: each restriction that somebody has, by each way by which
 * they have it, as decisions count them.
 */
record RightsFound(SiteSnapshot site, Predicate<User> people, Predicate<String> restrictions, Instant now) {
    /**
     * A right.
     *
     * @param identifier null for the person with whatever identifier
     * @param also names of whom the same restriction is granted to besides
     */
    record Right(User person, @Nullable Identifier identifier, String restriction, Via via, List<String> also) {
        HolderKind kind() {
            if (identifier == null) {
                return HolderKind.PERSON;
            }
            return identifier.guest() == null ? HolderKind.IDENTIFIER : HolderKind.GUEST_PASS;
        }
    }

    /** What a scope has in it. */
    static RightsFound in(SiteSnapshot site, ReviewScope scope, Instant now) {
        return switch (scope.kind()) {
            case GROUP -> {
                Set<String> inside = site.within(Set.of(scope.id()));
                yield new RightsFound(
                        site, person -> person.groups().stream().anyMatch(inside::contains), id -> true, now);
            }
            case DOOR -> {
                Set<String> there = site.restrictions(restriction -> RightUses.leadsTo(restriction, scope.id()));
                yield new RightsFound(site, person -> true, there::contains, now);
            }
        };
    }

    /** By the names of the people. */
    List<Right> all() {
        Map<String, List<Identifier>> carried = new HashMap<>();
        for (Identifier identifier : site.identifiers()) {
            if (!identifier.revoked()
                    && (identifier.validUntil() == null
                            || identifier.validUntil().isAfter(now))) {
                carried.computeIfAbsent(identifier.user(), id -> new ArrayList<>(2))
                        .add(identifier);
            }
        }
        List<User> found = new ArrayList<>();
        for (User person : site.users()) {
            if (people.test(person)) {
                found.add(person);
            }
        }
        found.sort(
                Comparator.comparing(User::name, String.CASE_INSENSITIVE_ORDER).thenComparing(User::id));
        List<Right> rights = new ArrayList<>();
        for (User person : found) {
            Map<String, List<Via>> held = site.heldBy(person);
            held.forEach((restriction, ways) -> ofPerson(person, restriction, ways, rights));
            for (Identifier identifier : carried.getOrDefault(person.id(), List.of())) {
                ofIdentifier(person, identifier, held, rights);
            }
        }
        return rights;
    }

    private void ofPerson(User person, String restriction, List<Via> ways, List<Right> rights) {
        if (restrictions.test(restriction)) {
            for (Via via : ways) {
                rights.add(new Right(person, null, restriction, via, names(without(ways, via))));
            }
        }
    }

    private void ofIdentifier(User person, Identifier identifier, Map<String, List<Via>> held, List<Right> rights) {
        Set<String> counting = site.usable(identifier.id()).keySet();
        Via itself = new Via(Via.Kind.IDENTIFIER, identifier.id());
        for (String restriction : site.grantedTo(identifier.id())) {
            if (restrictions.test(restriction) && counting.contains(restriction)) {
                // a guest has what was given to the pass, whatever else the host has
                List<Via> besides = identifier.guest() == null ? held.getOrDefault(restriction, List.of()) : List.of();
                rights.add(new Right(person, identifier, restriction, itself, names(besides)));
            }
        }
    }

    private static List<Via> without(List<Via> ways, Via one) {
        return ways.stream().filter(way -> !way.equals(one)).toList();
    }

    private List<String> names(List<Via> ways) {
        return ways.stream().map(this::name).distinct().toList();
    }

    /** What people call whom a restriction is granted to. */
    String name(Via via) {
        return Stream.ofNullable(
                        switch (via.kind()) {
                            case GROUP -> name(site.group(via.id()));
                            case USER -> name(site.user(via.id()));
                            case IDENTIFIER -> "";
                        })
                .findFirst()
                .orElse(via.id());
    }

    private static @Nullable String name(@Nullable ObjectGroup group) {
        return group == null ? null : group.name();
    }

    private static @Nullable String name(@Nullable User user) {
        return user == null ? null : user.name();
    }
}
