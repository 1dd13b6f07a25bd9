package dev.lintel.domain.schedule;

/**
 * What a schedule does on the holidays of its project. A holiday lasts from midnight to midnight by the clock of the schedule:
 * {@code decisions/2026-11-23-why-a-holiday-is-a-day-by-the-clock.md}.
 */
public enum HolidayUse {
    /** Holidays are days like others. */
    IGNORED,
    /** Never open on a holiday. */
    EXCLUDED,
    /** Open on holidays only, at the times that the pattern gives for them. */
    ONLY
}
