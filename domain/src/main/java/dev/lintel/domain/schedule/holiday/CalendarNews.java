package dev.lintel.domain.schedule.holiday;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.schedule.HolidayCalendar;
import dev.lintel.domain.schedule.edit.ScheduleFields;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells what becomes of holiday calendars: the site stores it and puts it in force, the audit keeps who did it. */
@Component
class CalendarNews {
    private final ApplicationEventPublisher events;

    CalendarNews(ApplicationEventPublisher events) {
        this.events = events;
    }

    void added(long project, HolidayCalendar calendar) {
        events.publishEvent(new CalendarsChanged(project, List.of(calendar), List.of(), List.of()));
    }

    void changed(long project, HolidayCalendar calendar) {
        events.publishEvent(new CalendarsChanged(project, List.of(), List.of(calendar), List.of()));
    }

    void removed(long project, String id) {
        events.publishEvent(new CalendarsChanged(project, List.of(), List.of(), List.of(id)));
    }

    /** @param before null for a new one, {@code after} null for one that is gone */
    void record(Actor by, @Nullable StoredCalendar before, @Nullable StoredCalendar after) {
        StoredCalendar known = after == null ? Objects.requireNonNull(before) : after;
        Map<String, String> was = fields(before);
        Map<String, String> is = fields(after);
        if (!was.equals(is)) {
            events.publishEvent(
                    new RecordChanged(by, known.project(), "holiday-calendar", known.id(), known.name(), was, is));
        }
    }

    /** Of a subscription only the host: the rest of an address may be a secret. */
    private static Map<String, String> fields(@Nullable StoredCalendar calendar) {
        if (calendar == null) {
            return Map.of();
        }
        Map<String, String> fields = new TreeMap<>(ScheduleFields.of(calendar.calendar()));
        Subscription subscription = calendar.subscription();
        if (subscription != null) {
            fields.put(
                    "subscription",
                    String.valueOf(URI.create(subscription.url()).getHost()));
        }
        return fields;
    }
}
