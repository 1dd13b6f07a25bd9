package dev.lintel.domain.restriction;

import java.util.List;

/**
 * What the field calls an access level: it <em>grants</em>. Whoever has it may open its lines while one of its schedules
 * is open.
 *
 * @param guestUsable whether guest identifiers may use it
 * @param schedules ids; none means always, several mean any of them
 */
public record AccessRestriction(
        String id, String name, boolean guestUsable, List<RestrictionLine> lines, List<String> schedules) {
    public AccessRestriction {
        lines = List.copyOf(lines);
        schedules = List.copyOf(schedules);
    }
}
