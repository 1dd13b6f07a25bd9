package dev.lintel.domain.schedule.ics;

import dev.lintel.domain.wire.WireName;

/** A file is no calendar of holidays that can be taken. */
public final class CalendarFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        TOO_LARGE,
        /** It does not begin and end as RFC 5545 says, or cannot be read in between. */
        NO_CALENDAR,
        /** Not one event of it is a holiday. */
        NO_HOLIDAYS,
        /** More holidays than a calendar keeps. */
        TOO_MANY
    }

    private final Reason reason;

    public CalendarFileException(Reason reason) {
        super("the calendar file is refused: " + WireName.of(reason));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
