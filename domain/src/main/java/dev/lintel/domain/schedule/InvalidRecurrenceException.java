package dev.lintel.domain.schedule;

/** A schedule cannot be evaluated. The message is for the person who wrote it: lower case, quoting what was found. */
public final class InvalidRecurrenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidRecurrenceException(String reason) {
        super(reason);
    }

    /** What is wrong, for example {@code FREQ "FORTNIGHTLY" is not DAILY, WEEKLY, MONTHLY or YEARLY}. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
