package dev.lintel.domain.schedule.holiday;

import dev.lintel.domain.schedule.HolidayCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A holiday calendar as people find it.
 *
 * @param subscription null when it is kept by hand
 * @param version for the next edit
 */
public record StoredCalendar(
        long project, HolidayCalendar calendar, @Nullable Subscription subscription, long version) {
    public String id() {
        return calendar.id();
    }

    public String name() {
        return calendar.name();
    }
}
