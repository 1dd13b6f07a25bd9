package dev.lintel.domain.sync;

import dev.lintel.domain.schedule.HolidayUse;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a schedule at a device, in a list.
 *
 * @param name of the schedule
 * @param holidaysUntil the last day of which the device knows whether it is a holiday; null when the schedule takes no notice
 *     of holidays, and as long as the device has not taken the copy as it is now
 */
public record ScheduleCopyRow(
        long project,
        String schedule,
        String name,
        HolidayUse holidays,
        @Nullable LocalDate holidaysUntil,
        DeviceCopy copy) {}
