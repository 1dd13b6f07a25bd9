package dev.lintel.domain.access.matrix;

import dev.lintel.domain.access.Decision;

/** Whether a door opens to an identifier at some moment. */
public enum Opens {
    NOW,
    /** Not at the moment, but at another one: outside its schedules, or before its period. */
    AT_OTHER_TIMES,
    /** Whatever the time, until somebody changes something. */
    NOT;

    static Opens of(Decision decision) {
        if (decision.isGranted()) {
            return NOW;
        }
        return switch (decision.reason()) {
            case OUTSIDE_SCHEDULE, NOT_YET_VALID -> AT_OTHER_TIMES;
            default -> NOT;
        };
    }
}
