package dev.lintel.domain.schedule.holiday;

import dev.lintel.domain.schedule.HolidayCalendar;
import java.util.List;

/**
 * What is to become of holiday calendars of a project, published inside the transaction of whoever edits them: storing it,
 * and putting it in force at the doors after the commit, is the site's business.
 *
 * @param removed ids
 */
public record CalendarsChanged(
        long project, List<HolidayCalendar> added, List<HolidayCalendar> changed, List<String> removed) {
    public CalendarsChanged {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }
}
