package dev.lintel.domain.group;

import java.util.List;

/**
 * A group as it hangs in the tree of its project.
 *
 * @param above ids of the groups above it, from the root down; empty for the root
 * @param version number of its last edit
 * @param subgroups how many groups are right below it
 * @param people how many people belong to this very group
 * @param devices how many devices stand in this very group
 */
public record GroupNode(
        long project, ObjectGroup group, List<String> above, long version, int subgroups, int people, int devices) {
    public GroupNode {
        above = List.copyOf(above);
    }

    public String id() {
        return group.id();
    }

    public String name() {
        return group.name();
    }

    public boolean isRoot() {
        return above.isEmpty();
    }
}
