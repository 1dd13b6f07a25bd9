package dev.lintel.domain.schedule.edit;

import dev.lintel.domain.schedule.Holiday;
import dev.lintel.domain.schedule.HolidayCalendar;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.wire.WireName;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Schedules and calendars as the audit shows them. */
public final class ScheduleFields {
    private ScheduleFields() {}

    public static Map<String, String> of(@Nullable Schedule schedule) {
        Map<String, String> fields = new TreeMap<>();
        if (schedule == null) {
            return fields;
        }
        fields.put("name", schedule.name());
        fields.put("start", schedule.start().toString());
        fields.put("end", schedule.end().toString());
        fields.put("allDay", Boolean.toString(schedule.allDay()));
        if (schedule.rrule() != null) {
            fields.put("rrule", schedule.rrule());
        }
        if (schedule.timeZone() != null) {
            fields.put("timeZone", schedule.timeZone().getId());
        }
        if (schedule.holidays() != HolidayUse.IGNORED) {
            fields.put("holidays", WireName.of(schedule.holidays()));
        }
        if (!schedule.description().isEmpty()) {
            fields.put("description", schedule.description());
        }
        return fields;
    }

    public static Map<String, String> of(@Nullable HolidayCalendar calendar) {
        return calendar == null
                ? Map.of()
                : Map.of(
                        "name",
                        calendar.name(),
                        "holidays",
                        calendar.holidays().stream().map(ScheduleFields::text).collect(Collectors.joining(", ")));
    }

    private static String text(Holiday holiday) {
        String days = holiday.last().equals(holiday.first())
                ? holiday.first().toString()
                : holiday.first() + "–" + holiday.last();
        return holiday.name() + " " + days + (holiday.yearly() ? " yearly" : "");
    }
}
