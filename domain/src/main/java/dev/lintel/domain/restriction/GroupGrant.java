package dev.lintel.domain.restriction;

import java.util.List;

/**
 * An access restriction that the people of a group have, and whence.
 *
 * @param restriction its name
 * @param group id of the group that it is granted to: the group itself or one above
 * @param groupName name of that group
 * @param doors how many lines it has
 * @param schedules names; none means always
 */
public record GroupGrant(String restriction, String group, String groupName, int doors, List<String> schedules) {
    public GroupGrant {
        schedules = List.copyOf(schedules);
    }
}
