package dev.lintel.domain.group;

import java.util.List;

/**
 * One group with what stands around it.
 *
 * @param path the groups above it, from the root down
 * @param groupsBelow how many groups are below it at any depth
 * @param peopleWithin how many people belong to it or to a group below it
 * @param devicesWithin how many devices stand in it or in a group below it
 */
public record GroupPage(GroupNode node, List<Step> path, int groupsBelow, int peopleWithin, int devicesWithin) {
    public GroupPage {
        path = List.copyOf(path);
    }

    /**
     * One group above.
     *
     * @param visible whether whoever asked may see more of it than its name
     */
    public record Step(String id, String name, boolean visible) {}
}
