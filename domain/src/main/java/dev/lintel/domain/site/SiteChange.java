package dev.lintel.domain.site;

import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.restriction.Grant;
import dev.lintel.domain.schedule.HolidayCalendar;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.user.User;
import java.util.List;

/**
 * What turns one state of a project into another: the one form in which changes are stored, put in force in memory, and
 * told to other nodes.
 */
public record SiteChange(
        Puts<ObjectGroup> groups,
        Puts<Schedule> schedules,
        Puts<HolidayCalendar> calendars,
        Puts<Device> devices,
        Puts<AccessRestriction> restrictions,
        Puts<User> users,
        Puts<Identifier> identifiers,
        List<Grant> granted,
        List<Grant> withdrawn) {

    @SuppressWarnings("NullAway") // changes that an earlier version stored know no calendars
    public SiteChange {
        calendars = calendars == null ? Puts.none() : calendars;
    }

    /** No change at all, to begin with. */
    public static SiteChange none() {
        return new SiteChange(
                Puts.none(),
                Puts.none(),
                Puts.none(),
                Puts.none(),
                Puts.none(),
                Puts.none(),
                Puts.none(),
                List.of(),
                List.of());
    }

    public SiteChange withGroups(Puts<ObjectGroup> put) {
        return new SiteChange(put, schedules, calendars, devices, restrictions, users, identifiers, granted, withdrawn);
    }

    public SiteChange withSchedules(Puts<Schedule> put) {
        return new SiteChange(groups, put, calendars, devices, restrictions, users, identifiers, granted, withdrawn);
    }

    public SiteChange withCalendars(Puts<HolidayCalendar> put) {
        return new SiteChange(groups, schedules, put, devices, restrictions, users, identifiers, granted, withdrawn);
    }

    public SiteChange withDevices(Puts<Device> put) {
        return new SiteChange(groups, schedules, calendars, put, restrictions, users, identifiers, granted, withdrawn);
    }

    public SiteChange withRestrictions(Puts<AccessRestriction> put) {
        return new SiteChange(groups, schedules, calendars, devices, put, users, identifiers, granted, withdrawn);
    }

    public SiteChange withUsers(Puts<User> put) {
        return new SiteChange(
                groups, schedules, calendars, devices, restrictions, put, identifiers, granted, withdrawn);
    }

    public SiteChange withIdentifiers(Puts<Identifier> put) {
        return new SiteChange(groups, schedules, calendars, devices, restrictions, users, put, granted, withdrawn);
    }

    public SiteChange withGranted(List<Grant> grants) {
        return new SiteChange(
                groups, schedules, calendars, devices, restrictions, users, identifiers, grants, withdrawn);
    }

    public SiteChange withWithdrawn(List<Grant> grants) {
        return new SiteChange(groups, schedules, calendars, devices, restrictions, users, identifiers, granted, grants);
    }

    /** How many records it adds, changes or removes. */
    public int size() {
        return groups.size()
                + schedules.size()
                + calendars.size()
                + devices.size()
                + restrictions.size()
                + users.size()
                + identifiers.size()
                + granted.size()
                + withdrawn.size();
    }

    /**
     * @param added records whose id is new
     * @param changed records whose id is known and whose content differs
     * @param removed ids
     */
    public record Puts<T>(List<T> added, List<T> changed, List<String> removed) {
        public Puts {
            added = List.copyOf(added);
            changed = List.copyOf(changed);
            removed = List.copyOf(removed);
        }

        public static <T> Puts<T> none() {
            return new Puts<>(List.of(), List.of(), List.of());
        }

        public int size() {
            return added.size() + changed.size() + removed.size();
        }

        public boolean isEmpty() {
            return size() == 0;
        }
    }
}
