package dev.lintel.domain.permission;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which records an actor may touch with one action. Services ask it of a record in memory; for the database there is one
 * place that says it in SQL, {@code dev.lintel.domain.group.InReach}.
 */
public sealed interface Reach {
    /** Every project of the server, and what belongs to none. */
    record Everything() implements Reach {}

    /** All of one project. */
    record WholeProject(long project) implements Reach {}

    /**
     * Part of one project.
     *
     * @param groups the actor's own groups
     * @param own whether what is in these groups is within reach
     * @param descendants whether what is in the groups below them is
     * @param person whose own records are within reach, whatever their group; null is nobody
     */
    record Part(
            long project,
            Set<String> groups,
            boolean own,
            boolean descendants,
            @Nullable String person) implements Reach {
        public Part {
            groups = Set.copyOf(groups);
        }
    }

    /** Nothing at all. */
    record Nothing() implements Reach {}

    /** By the permissions of the actor for this action, whatever their scope. */
    static Reach of(Actor actor, String action) {
        EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (Permission held : actor.permissions()) {
            if (held.action().equals(action)) {
                scopes.add(held.scope());
            }
        }
        Membership home = actor.membership();
        if (scopes.isEmpty()) {
            return new Nothing();
        }
        if (home == null || scopes.contains(Scope.ALL)) {
            return new Everything();
        }
        boolean available = scopes.contains(Scope.AVAILABLE);
        boolean own = available || scopes.contains(Scope.GROUP);
        boolean descendants = available || scopes.contains(Scope.DESCENDANTS);
        return home.wholeProject() && own && descendants
                ? new WholeProject(home.project())
                : new Part(
                        home.project(),
                        home.groups(),
                        own,
                        descendants,
                        scopes.contains(Scope.OWN) ? home.person() : null);
    }

    /** Whether any record of this project can be within reach. */
    default boolean touches(long project) {
        return switch (this) {
            case Everything everything -> true;
            case WholeProject whole -> whole.project() == project;
            case Part part -> part.project() == project;
            case Nothing nothing -> false;
        };
    }

    /** Whether all of this project is within reach. */
    default boolean hasProject(long project) {
        return switch (this) {
            case Everything everything -> true;
            case WholeProject whole -> whole.project() == project;
            case Part part -> false;
            case Nothing nothing -> false;
        };
    }

    /**
     * Whether records of a group are within reach.
     *
     * @param group the group's id
     * @param above ids of the groups above it, in any order
     */
    default boolean hasGroup(long project, String group, List<String> above) {
        return switch (this) {
            case Everything everything -> true;
            case WholeProject whole -> whole.project() == project;
            case Part part ->
                part.project() == project
                        && (part.own() && part.groups().contains(group)
                                || part.descendants() && above.stream().anyMatch(part.groups()::contains));
            case Nothing nothing -> false;
        };
    }
}
