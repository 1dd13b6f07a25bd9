package dev.lintel.domain.group;

import java.util.List;

/**
 * A group that was looked for.
 *
 * @param path names of the groups above it, from the root down
 */
public record FoundGroup(GroupNode node, List<String> path) {
    public FoundGroup {
        path = List.copyOf(path);
    }
}
