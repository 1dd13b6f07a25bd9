package dev.lintel.domain.schedule.holiday;

import dev.lintel.domain.wire.Quoted;

/** There is no such holiday calendar, as far as the asker can know. */
public final class NoSuchCalendarException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchCalendarException(String id) {
        super("there is no holiday calendar " + Quoted.of(id));
    }
}
