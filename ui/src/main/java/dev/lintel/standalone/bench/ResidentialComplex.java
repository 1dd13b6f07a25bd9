package dev.lintel.standalone.bench;

import dev.lintel.domain.device.Device;
import dev.lintel.domain.device.DeviceType;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.restriction.Grant;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.restriction.LockChoice;
import dev.lintel.domain.restriction.RestrictionLine;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.site.Site;
import dev.lintel.domain.user.User;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A residential complex of any size, always the same for the same size: buildings of 3 units, 20 floors and 4 apartments a floor,
 * 3 residents an apartment and 20 cleaners a building, each person with a card and a code; panels at the gate, the building, the
 * units and the floors.
 */
final class ResidentialComplex {
    private static final int UNITS = 3;
    private static final int FLOORS = 20;
    private static final int APARTMENTS = 4;
    private static final int RESIDENTS = 3;
    static final int APARTMENTS_A_BUILDING = UNITS * FLOORS * APARTMENTS;
    private static final int CLEANERS = 20;
    private static final List<String> GIVEN = List.of(
            "Anna", "Boris", "Chloe", "David", "Elena", "Fatima", "George", "Hanna", "Ivan", "Julia", "Karim", "Lena",
            "Maria", "Noah", "Olha", "Peter", "Quentin", "Rosa", "Sofia", "Taras", "Uma", "Viktor", "Wei", "Yusuf",
            "Zoe", "Анна", "Борис", "Галина", "Дмитрий", "Елена", "Сергей", "Юлия", "Оксана", "Тарас", "Іван", "Марія");
    private static final List<String> FAMILIES = List.of(
            "Abbott",
            "Bauer",
            "Costa",
            "Dubois",
            "Evans",
            "Fischer",
            "Green",
            "Haddad",
            "Ito",
            "Jensen",
            "Kowalski",
            "Larsen",
            "Martin",
            "Novak",
            "O'Brien",
            "Petrov",
            "Quinn",
            "Rossi",
            "Schmidt",
            "Taylor",
            "Ueda",
            "Varga",
            "Wilson",
            "Xu",
            "Young",
            "Zimmer",
            "Шевченко",
            "Бондаренко",
            "Коваль",
            "Мельник",
            "Иванова",
            "Смирнов",
            "Кузнецова",
            "Попов",
            "Васильева",
            "Соколов");
    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(2026, 1, 5, 0, 0);

    private final List<ObjectGroup> groups = new ArrayList<>();
    private final List<Schedule> schedules = new ArrayList<>();
    private final List<Device> devices = new ArrayList<>();
    private final List<AccessRestriction> restrictions = new ArrayList<>();
    private final List<Grant> grants = new ArrayList<>();
    private final List<User> users = new ArrayList<>();
    private final List<Identifier> identifiers = new ArrayList<>();

    private ResidentialComplex() {}

    static Site of(int buildings) {
        ResidentialComplex complex = new ResidentialComplex();
        complex.group("complex", null, GroupType.CUSTOM, "Complex", 0);
        complex.schedule("weekdays", 9, 19, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR");
        complex.schedule("saturdays", 10, 14, "FREQ=MONTHLY;BYDAY=1SA,3SA");
        complex.schedule("nights", 22, 30, "FREQ=DAILY;INTERVAL=2");
        for (int building = 1; building <= buildings; building++) {
            complex.building(building);
        }
        return new Site(
                "Complex of " + buildings,
                ZoneId.of("Europe/London"),
                complex.groups,
                complex.schedules,
                List.of(),
                complex.devices,
                complex.restrictions,
                complex.grants,
                complex.users,
                complex.identifiers);
    }

    private void building(int number) {
        String building = "b" + number;
        group(building, "complex", GroupType.BUILDING, "Building " + number, number);
        List<String> doors = new ArrayList<>();
        doors.add(panel(building + "-gate", building));
        doors.add(panel(building + "-door", building));
        restrict(building, List.copyOf(doors), List.of(), building);
        for (int unit = 1; unit <= UNITS; unit++) {
            doors.addAll(unit(building, unit));
        }
        String cleaning = building + "-cleaning";
        restrict(cleaning, doors, List.of("weekdays", "saturdays", "nights"), null);
        for (int cleaner = 1; cleaner <= CLEANERS; cleaner++) {
            String user = person(building + "-cleaner" + cleaner, "Cleaner " + cleaner, building + "-staff");
            grants.add(new Grant("r-" + cleaning, new GrantTarget.ToUser(user)));
        }
        group(building + "-staff", "complex", GroupType.CUSTOM, "Staff of building " + number, 0);
    }

    private List<String> unit(String building, int number) {
        String unit = building + "-u" + number;
        group(unit, building, GroupType.UNIT, "Unit " + number, number);
        List<String> doors = new ArrayList<>(List.of(panel(unit + "-door", unit)));
        restrict(unit, List.copyOf(doors), List.of(), unit);
        for (int floor = 1; floor <= FLOORS; floor++) {
            doors.add(floor(unit, floor));
        }
        return doors;
    }

    private String floor(String unit, int number) {
        String floor = unit + "-f" + number;
        group(floor, unit, GroupType.FLOOR, "Floor " + number, number);
        String door = panel(floor + "-door", floor);
        restrict(floor, List.of(door), List.of(), floor);
        for (int apartment = 1; apartment <= APARTMENTS; apartment++) {
            String home = floor + "-a" + apartment;
            group(home, floor, GroupType.APARTMENT, "Apartment " + apartment, apartment);
            for (int resident = 1; resident <= RESIDENTS; resident++) {
                person(home + "-p" + resident, name(users.size()), home);
            }
        }
        return door;
    }

    private void group(String id, @Nullable String parent, GroupType type, String name, int address) {
        groups.add(new ObjectGroup(id, parent, type, name, address == 0 ? null : address));
    }

    private void schedule(String id, int from, int until, String rule) {
        schedules.add(new Schedule(id, id, FIRST_DAY.plusHours(from), FIRST_DAY.plusHours(until), false, rule, null));
    }

    private String panel(String id, String group) {
        devices.add(new Device(id, group, DeviceType.PANEL, null, "AA-12", "sn-" + id, 2));
        return id;
    }

    private void restrict(String name, List<String> doors, List<String> when, @Nullable String group) {
        List<RestrictionLine> lines = doors.stream()
                .map(door -> new RestrictionLine(door, null, door.endsWith("gate") ? LockChoice.ALL : LockChoice.FIRST))
                .toList();
        restrictions.add(new AccessRestriction("r-" + name, "Doors of " + name, group != null, lines, when));
        if (group != null) {
            grants.add(new Grant("r-" + name, new GrantTarget.ToGroup(group)));
        }
    }

    /** Some thousand names, in the order of a shuffle that is always the same. */
    private static String name(int person) {
        int number = (int) (card(person) % (GIVEN.size() * FAMILIES.size()));
        return GIVEN.get(number % GIVEN.size()) + " " + FAMILIES.get(number / GIVEN.size());
    }

    private String person(String id, String name, String group) {
        int number = users.size();
        users.add(new User(id, name, id + "@example.org", "user", List.of(group), false));
        identify(id + "-card", id, IdentifierType.CARD, Long.toString(card(number)));
        identify(id + "-code", id, IdentifierType.ACCESS_CODE, String.format("%08d", code(number)));
        return id;
    }

    private void identify(String id, String user, IdentifierType type, String value) {
        identifiers.add(new Identifier(id, user, type, value, null, null, null, 0, false, false, null));
    }

    /** A different number of four bytes for each person: an odd factor only reorders them. */
    private static long card(int person) {
        return (person + 1L) * 2_654_435_761L & 0xFFFF_FFFFL;
    }

    private static long code(int person) {
        return (person + 1L) * 73_687_871L % 100_000_000L;
    }
}
