package dev.lintel.routes.rest;

import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.schedule.edit.StoredSchedule;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A schedule as the API shows it. */
record ScheduleView(
        String id,
        String name,
        String description,

        @Schema(
                description = "By the clock on the wall: where the first occurrence begins.",
                example = "2026-01-05T09:00")
        String start,

        @Schema(
                description = "First moment after the first occurrence; with `allDay` the date of its last day.",
                example = "2026-01-05T19:00")
        String end,

        boolean allDay,

        @Schema(
                description = "Recurrence rules of RFC 5545, each on a line of its own; null is once.",
                example = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")
        @Nullable
        String rrule,

        @Schema(description = "Zone of the clock; null is the project's.", example = "Europe/London") @Nullable
        String timeZone,

        @Schema(
                description = "What it does on holidays, from midnight to midnight.",
                allowableValues = {"ignored", "excluded", "only"})
        String holidays,

        @Schema(description = "Last day of the pattern; null when it has none.", example = "2027-03-01") @Nullable
        String lastDay,

        @Schema(description = "How many restrictions it limits.")
        int uses,

        long version) {
    static ScheduleView of(StoredSchedule stored) {
        Schedule schedule = stored.schedule();
        return new ScheduleView(
                schedule.id(),
                schedule.name(),
                schedule.description(),
                time(schedule, schedule.start()),
                time(schedule, schedule.end()),
                schedule.allDay(),
                schedule.rrule(),
                schedule.timeZone() == null ? null : schedule.timeZone().getId(),
                WireName.of(schedule.holidays()),
                stored.lastDay() == null ? null : stored.lastDay().toString(),
                stored.uses(),
                stored.version());
    }

    private static String time(Schedule schedule, java.time.LocalDateTime time) {
        return schedule.allDay() ? time.toLocalDate().toString() : time.toString();
    }
}
