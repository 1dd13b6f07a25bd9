package dev.lintel.domain.schedule.edit;

import dev.lintel.domain.schedule.Schedule;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as people find it.
 *
 * @param zone of its clock: its own, or that of the project
 * @param lastDay on which its pattern is open; null when there is none
 * @param uses how many restrictions it limits
 * @param version for the next edit
 */
public record StoredSchedule(
        long project,
        Schedule schedule,
        ZoneId zone,
        @Nullable LocalDate lastDay,
        int uses,
        long version) {
    public String id() {
        return schedule.id();
    }

    public String name() {
        return schedule.name();
    }
}
