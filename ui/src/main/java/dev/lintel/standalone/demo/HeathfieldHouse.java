package dev.lintel.standalone.demo;

import dev.lintel.domain.device.Device;
import dev.lintel.domain.device.DeviceType;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.restriction.Grant;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.restriction.LockChoice;
import dev.lintel.domain.restriction.RestrictionLine;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.site.Site;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One house with two units of twenty floors with four apartments each, as in chapter 13 of the manual of BAS-IP Link: a panel
 * at the gate, at each unit and on each floor, a monitor in each apartment. The same in every run.
 */
final class HeathfieldHouse {
    static final String NAME = "Heathfield House";
    static final int UNITS = 2;
    static final int FLOORS = 20;
    static final int APARTMENTS = 4;

    static final String HOUSE = "house";
    static final String GATE = "gate";

    static final String CAR_PARK = "r-car-park";
    static final String CLEANERS = "r-cleaners";
    static final String GUARDS = "r-guards";
    static final String LIFT_ENGINEER = "r-lift-engineer";

    private static final LocalDateTime NINE = LocalDateTime.of(2022, 11, 1, 9, 0);

    private final List<ObjectGroup> groups = new ArrayList<>();
    private final List<Device> devices = new ArrayList<>();
    private final List<AccessRestriction> restrictions = new ArrayList<>();
    private final List<Grant> grants = new ArrayList<>();
    private final HeathfieldPeople people = new HeathfieldPeople();

    private HeathfieldHouse() {}

    static Site site() {
        return new HeathfieldHouse().build();
    }

    /** Id of a group: of the unit, or of its floor, or of an apartment on it. */
    static String group(int unit, int... floorAndApartment) {
        StringBuilder id = new StringBuilder("u" + unit);
        for (int i = 0; i < floorAndApartment.length; i++) {
            id.append(i == 0 ? "-f" : "-a")
                    .append(String.format(Locale.ROOT, i == 0 ? "%02d" : "%d", floorAndApartment[i]));
        }
        return id.toString();
    }

    /** Serial number of the device with that id. */
    static String serial(String device) {
        return "HH-" + device.toUpperCase(Locale.ROOT);
    }

    private Site build() {
        groups.add(new ObjectGroup(HOUSE, null, GroupType.CUSTOM, NAME, null));
        devices.add(panel(GATE, HOUSE, "Gate", "AV-08FB", 2));
        for (int unit = 1; unit <= UNITS; unit++) {
            addUnit(unit);
        }
        addServices();
        people.addStaff();
        grants.addAll(people.grants());
        return new Site(
                NAME,
                ZoneId.of("Europe/London"),
                groups,
                schedules(),
                List.of(),
                devices,
                restrictions,
                grants,
                people.users(),
                people.identifiers());
    }

    private void addUnit(int unit) {
        String id = group(unit);
        groups.add(new ObjectGroup(id, HOUSE, GroupType.UNIT, "Unit " + unit, unit));
        devices.add(panel(id, id, "Unit " + unit + " entrance", "AA-12FB", 1));
        restrict(deliveries(unit), "Deliveries, unit " + unit, true, "s-deliveries", line(GATE), line(id));
        grants.add(new Grant(deliveries(unit), new GrantTarget.ToGroup(id)));
        for (int floor = 1; floor <= FLOORS; floor++) {
            addFloor(unit, floor);
        }
    }

    private void addFloor(int unit, int floor) {
        String id = group(unit, floor);
        String name = "Unit " + unit + ", floor " + floor;
        groups.add(new ObjectGroup(id, group(unit), GroupType.FLOOR, "Floor " + floor, floor));
        devices.add(panel(id, id, name, "CR-02BD", 1));
        restrict("r-" + id, name, true, null, line(GATE), line(group(unit)), line(id));
        grants.add(new Grant("r-" + id, new GrantTarget.ToGroup(id)));
        for (int apartment = 1; apartment <= APARTMENTS; apartment++) {
            String flat = group(unit, floor, apartment);
            int number = (floor - 1) * APARTMENTS + apartment;
            groups.add(new ObjectGroup(flat, id, GroupType.APARTMENT, "Apartment " + number, apartment));
            devices.add(new Device(
                    flat, flat, DeviceType.MONITOR, "Monitor " + unit + "/" + number, "AZ-07LL", serial(flat), 0));
            people.addFamily(unit, floor, apartment);
        }
    }

    private void addServices() {
        List<RestrictionLine> everywhere = devices.stream()
                .filter(device -> device.type() == DeviceType.PANEL)
                .map(device -> line(device.id()))
                .toList();
        restrictions.add(
                new AccessRestriction(CLEANERS, "Access for cleaners", false, everywhere, List.of("s-cleaning")));
        restrictions.add(new AccessRestriction(
                GUARDS,
                "Access for security guards",
                false,
                everywhere.stream()
                        .map(line -> new RestrictionLine(line.device(), null, LockChoice.ALL))
                        .toList(),
                List.of()));
        restrict(LIFT_ENGINEER, "Lift maintenance", false, "s-lifts", line(GATE), line(group(1)), line(group(2)));
        restrict(CAR_PARK, "Car park", false, null, new RestrictionLine(GATE, null, LockChoice.SECOND));
    }

    static String deliveries(int unit) {
        return "r-deliveries-" + unit;
    }

    private static List<Schedule> schedules() {
        return List.of(
                new Schedule("s-cleaning", "Daily, 9 to 19", NINE, NINE.withHour(19), false, "FREQ=DAILY", null),
                new Schedule(
                        "s-deliveries",
                        "Deliveries, 7 to 23",
                        NINE.withHour(7),
                        NINE.withHour(23),
                        false,
                        "FREQ=DAILY",
                        null),
                new Schedule(
                        "s-lifts",
                        "First Monday of the month, 10 to 16",
                        LocalDateTime.of(2022, 11, 7, 10, 0),
                        LocalDateTime.of(2022, 11, 7, 16, 0),
                        false,
                        "FREQ=MONTHLY;BYDAY=1MO",
                        null));
    }

    private void restrict(
            String id, String name, boolean guestUsable, @Nullable String schedule, RestrictionLine... lines) {
        List<String> schedules = schedule == null ? List.of() : List.of(schedule);
        restrictions.add(new AccessRestriction(id, name, guestUsable, List.of(lines), schedules));
    }

    private static RestrictionLine line(String device) {
        return new RestrictionLine(device, null, LockChoice.FIRST);
    }

    private static Device panel(String id, String group, String name, String model, int locks) {
        return new Device(id, group, DeviceType.PANEL, name, model, serial(id), locks);
    }
}
