package dev.lintel.domain.schedule.edit;

import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.schedule.repetition.PastedRule;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a schedule to be, not yet checked. The fields are those of {@link Schedule}.
 *
 * @param end with {@code allDay} the date of the last day of an occurrence
 */
public record ScheduleDraft(
        String name,
        String description,
        LocalDateTime start,
        LocalDateTime end,
        boolean allDay,
        @Nullable String rrule,
        @Nullable ZoneId timeZone,
        HolidayUse holidays) {
    public ScheduleDraft {
        name = name.strip();
        description = description.strip();
        rrule = rrule == null || rrule.isBlank() ? null : rrule.strip();
    }

    public static ScheduleDraft of(Schedule schedule) {
        return new ScheduleDraft(
                schedule.name(),
                schedule.description(),
                schedule.start(),
                schedule.end(),
                schedule.allDay(),
                schedule.rrule(),
                schedule.timeZone(),
                schedule.holidays());
    }

    public ScheduleDraft withRule(@Nullable String rule) {
        return new ScheduleDraft(name, description, start, end, allDay, rule, timeZone, holidays);
    }

    /** With its rule as a schedule keeps it, when it was taken over from some calendar. */
    ScheduleDraft cleaned(ZoneId projectZone) {
        return rrule == null
                ? this
                : withRule(PastedRule.clean(rrule, start, timeZone == null ? projectZone : timeZone));
    }

    /** The schedule that it becomes. */
    public Schedule as(String id) {
        return new Schedule(id, name, start, end, allDay, rrule, timeZone, holidays, description);
    }
}
