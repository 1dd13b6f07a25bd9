package dev.lintel.domain.restriction;

import java.util.List;

/**
 * What somebody wants an access restriction to be. It may be wrong: {@link RestrictionCheck} judges it.
 *
 * @param guestUsable whether guest identifiers may use it
 * @param lines the doors, in the order in which people read them
 * @param schedules ids; none means always, several mean any of them
 * @param to whom it is granted
 */
public record RestrictionDraft(
        String name,
        String description,
        boolean guestUsable,
        List<RestrictionLine> lines,
        List<String> schedules,
        List<GrantTarget> to) {
    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_DESCRIPTION = 2000;
    public static final int LONGEST_ACCESS_POINT = 100;
    public static final int MOST_LINES = 10_000;
    public static final int MOST_SCHEDULES = 100;

    public RestrictionDraft {
        name = name.strip();
        description = description.strip();
        lines = lines.stream().map(RestrictionDraft::stripped).distinct().toList();
        schedules = schedules.stream().distinct().toList();
        to = to.stream().distinct().toList();
    }

    private static RestrictionLine stripped(RestrictionLine line) {
        String point = line.accessPoint() == null ? "" : line.accessPoint().strip();
        return new RestrictionLine(line.device(), point.isEmpty() ? null : point, line.lock());
    }

    /** The same, granted to others. */
    public RestrictionDraft grantedTo(List<GrantTarget> others) {
        return new RestrictionDraft(name, description, guestUsable, lines, schedules, others);
    }

    /** What decisions rest on, under this id. */
    public AccessRestriction restriction(String id) {
        return new AccessRestriction(id, name, guestUsable, lines, schedules);
    }
}
