package dev.lintel.domain.restriction;

import java.util.List;

/**
 * An access restriction that the people of a group have, and whence.
 *
 * @param group id of the group
 * @param restriction id of the restriction
 * @param name of the restriction
 * @param origin id of the group that it is granted to: the group itself or one above
 * @param originName name of that group
 * @param doors how many lines the restriction has
 * @param schedules names; none means always
 */
public record GroupGrant(
        long project,
        String group,
        String restriction,
        String name,
        String origin,
        String originName,
        int doors,
        List<String> schedules) {
    public GroupGrant {
        schedules = List.copyOf(schedules);
    }
}
