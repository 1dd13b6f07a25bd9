package dev.lintel.domain.sync;

import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.sync.CopyContent.OfSchedule;
import org.jspecify.annotations.Nullable;

/** The schedules of a site as devices are given them; the holidays of the horizon are worked out once for all of them. */
final class ScheduleContents {
    private final SiteSnapshot site;
    private final HolidayHorizon horizon;
    private @Nullable HolidayDays days;

    ScheduleContents(SiteSnapshot site, HolidayHorizon horizon) {
        this.site = site;
        this.horizon = horizon;
    }

    /** Null when there is no such schedule. */
    @Nullable
    OfSchedule of(String id) {
        Schedule schedule = site.schedule(id);
        return schedule == null
                ? null
                : OfSchedule.of(
                        schedule, site.project().timeZone(), schedule.holidays() == HolidayUse.IGNORED ? null : days());
    }

    private HolidayDays days() {
        HolidayDays known = days;
        if (known == null) {
            known = horizon.days(site.holidays());
            days = known;
        }
        return known;
    }
}
