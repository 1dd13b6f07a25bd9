package dev.lintel.domain.site;

import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.restriction.Grant;
import dev.lintel.domain.schedule.HolidayCalendar;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.user.User;
import java.time.ZoneId;
import java.util.List;

/** A whole project as plain records: what a site file says and what the server keeps. Checked before it is made. */
public record Site(
        String name,
        ZoneId timeZone,
        List<ObjectGroup> groups,
        List<Schedule> schedules,
        List<HolidayCalendar> calendars,
        List<Device> devices,
        List<AccessRestriction> restrictions,
        List<Grant> grants,
        List<User> users,
        List<Identifier> identifiers) {

    /** A site with nothing in it, not even its root group: what a new project is compared with. */
    public static Site empty(String name, ZoneId timeZone) {
        return new Site(
                name, timeZone, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
