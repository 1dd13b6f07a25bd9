package dev.lintel.domain.sync;

import dev.lintel.domain.schedule.Occurrences;
import dev.lintel.domain.schedule.Schedule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A device that cannot ask: it knows nothing of a schedule but what stands in its copy, and does as the MQTT document says. */
public final class OfflineSchedule {
    private final Occurrences pattern;
    private final ZoneId zone;
    private final String use;
    private final LocalDate from;
    private final LocalDate until;
    private final Set<LocalDate> holidays = new HashSet<>();

    /** @param copy as it came over the wire */
    public OfflineSchedule(JsonNode copy) {
        zone = ZoneId.of(copy.path("timeZone").stringValue());
        use = copy.path("holidays").stringValue();
        pattern = Occurrences.of(
                new Schedule(
                        "copy",
                        "copy",
                        LocalDateTime.parse(copy.path("start").stringValue()),
                        LocalDateTime.parse(copy.path("end").stringValue()),
                        copy.path("allDay").booleanValue(),
                        copy.path("rrule").stringValue(null),
                        zone),
                zone);
        JsonNode days = copy.path("holidayDays");
        from = LocalDate.parse(days.path("from").stringValue("9999-12-31"));
        until = LocalDate.parse(days.path("until").stringValue("0001-01-01"));
        days.path("dates").forEach(date -> holidays.add(LocalDate.parse(date.stringValue())));
    }

    public boolean isOpen(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return pattern.isOpen(at)
                && switch (use) {
                    case "ignored" -> true;
                    case "excluded" -> knows(day) && !holidays.contains(day);
                    case "only" -> knows(day) && holidays.contains(day);
                    default -> throw new AssertionError("unknown use of holidays: " + use);
                };
    }

    private boolean knows(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
