package dev.lintel.domain.restriction;

import java.util.List;

/**
 * An access restriction in a list.
 *
 * @param doors how many lines it has
 * @param schedules names; none means always
 * @param groups how many groups it is granted to, with all that is below them
 * @param people to how many users by themselves
 * @param identifiers to how many identifiers by themselves
 */
public record RestrictionRow(
        long project,
        String id,
        String name,
        String description,
        boolean guestUsable,
        int doors,
        List<String> schedules,
        int groups,
        int people,
        int identifiers) {
    public RestrictionRow {
        schedules = List.copyOf(schedules);
    }
}
