package dev.lintel.domain.sync;

import dev.lintel.domain.schedule.HolidayUse;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a schedule at a device, in a list.
 *
 * @param deviceName as people call the device
 * @param name of the schedule
 * @param leaving whether the device is to delete it
 * @param changed when what the device is to have was last another
 * @param acknowledged when the device last said something of it; null is never
 * @param problem in the device's words; null is none
 * @param overHttp whether the device was only ever heard of over HTTP
 * @param holidaysUntil the last day of which the device knows whether it is a holiday; null when the schedule takes no notice
 *     of holidays, and as long as the device has not taken the copy as it is now
 */
public record ScheduleCopyRow(
        long project,
        String device,
        String deviceName,
        String schedule,
        String name,
        HolidayUse holidays,
        CopyState state,
        boolean leaving,
        Instant changed,
        @Nullable Instant acknowledged,
        @Nullable String problem,
        boolean overHttp,
        @Nullable LocalDate holidaysUntil) {
    /** Whether it is to come to a device to which nothing can be brought. */
    public boolean isUnreachable() {
        return overHttp && state == CopyState.PENDING;
    }
}
