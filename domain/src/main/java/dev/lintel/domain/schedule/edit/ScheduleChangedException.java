package dev.lintel.domain.schedule.edit;

/** Somebody else changed the schedule since the editor looked; nothing was stored. Carries what there is by now. */
public final class ScheduleChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient StoredSchedule theirs;

    public ScheduleChangedException(StoredSchedule theirs) {
        super("somebody else has changed the schedule in the meantime");
        this.theirs = theirs;
    }

    public StoredSchedule theirs() {
        return theirs;
    }
}
