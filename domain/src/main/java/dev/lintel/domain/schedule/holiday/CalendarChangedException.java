package dev.lintel.domain.schedule.holiday;

/** Somebody else changed the calendar since the editor looked; nothing was stored. */
public final class CalendarChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CalendarChangedException() {
        super("somebody else has changed the holiday calendar in the meantime");
    }
}
