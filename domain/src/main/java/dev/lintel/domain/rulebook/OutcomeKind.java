package dev.lintel.domain.rulebook;

import java.util.Set;

/** What a table says about something else than doors. A rulebook has one table of each kind at most. */
public enum OutcomeKind {
    /** How much somebody may give to visitors. What no row says is as groups and the server say. */
    GUEST_LIMITS(Part.WHO),
    /** What of what people are told is important. What no row says is as rules for notifications say, or as it is for all. */
    NOTIFICATION_IMPORTANCE(Part.WHAT, Part.WHO, Part.WHERE, Part.WHEN),
    /** What an event of a device is, and how urgent. What no row says is as the server takes such events. */
    EVENT_PRIORITY(Part.WHAT, Part.WHERE, Part.WHEN);

    private final Set<Part> parts;

    OutcomeKind(Part... parts) {
        this.parts = Set.of(parts);
    }

    /** What rows can ask. */
    public enum Part {
        WHAT,
        WHO,
        WHERE,
        WHEN
    }

    public boolean asks(Part part) {
        return parts.contains(part);
    }
}
