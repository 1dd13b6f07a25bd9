package dev.lintel.domain.permission;

import java.util.Set;

/**
 * Where a person belongs: to one project, and to groups of it.
 *
 * @param person id of the person in the project
 * @param groups ids of the person's own groups
 * @param wholeProject whether the project's root group is among them
 */
public record Membership(long project, String person, Set<String> groups, boolean wholeProject) {
    public Membership {
        groups = Set.copyOf(groups);
    }
}
