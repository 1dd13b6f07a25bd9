package dev.lintel.domain.schedule;

/** A schedule cannot be evaluated. The message is English, for programs: lower case, quoting what was found. */
public final class InvalidRecurrenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RuleFault fault;

    InvalidRecurrenceException(RuleFault fault) {
        super(fault.text());
        this.fault = fault;
    }

    InvalidRecurrenceException(RuleFault.Kind kind, Object... arguments) {
        this(RuleFault.of(kind, arguments));
    }

    public RuleFault fault() {
        return fault;
    }

    /** What is wrong, for example {@code FREQ "FORTNIGHTLY" is not DAILY, WEEKLY, MONTHLY or YEARLY}. */
    public String reason() {
        return fault.text();
    }
}
