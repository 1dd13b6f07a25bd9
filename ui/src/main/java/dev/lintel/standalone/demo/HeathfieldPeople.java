package dev.lintel.standalone.demo;

import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.permission.BuiltInProfile;
import dev.lintel.domain.restriction.Grant;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Who lives and works in Heathfield House, and what they open doors with. */
final class HeathfieldPeople {
    /** Who can put rules in force that the first administrator has written. */
    static final String MANAGER = "manager";

    /** The one who moved out, and kept the card. */
    static final String REVOKED_CARD = "3105926481";

    /** A guest's code that was good for last winter. */
    static final String EXPIRED_CODE = "771204";

    private static final Instant LAST_WINTER = Instant.parse("2025-12-01T00:00:00Z");
    private static final Instant LAST_SPRING = Instant.parse("2026-03-01T00:00:00Z");

    private static final List<String> FIRST = List.of(
            "Amelia", "Oliver", "Isla", "George", "Freya", "Arthur", "Priya", "Arjun", "Fatima", "Yusuf", "Chloe",
            "Liam", "Olena", "Taras", "Mei", "Jun", "Zofia", "Jakub", "Nia", "Rhys", "Adaeze", "Kofi", "Sofia", "Mateo",
            "Hannah", "Noah", "Leila", "Omar", "Grace", "Finn");
    private static final List<String> LAST = List.of(
            "Clark",
            "Bennett",
            "Okafor",
            "Patel",
            "Hughes",
            "Kowalski",
            "Nguyen",
            "Shevchenko",
            "Fraser",
            "Ahmed",
            "Rossi",
            "Murphy",
            "Chen",
            "Davies",
            "Novak",
            "Mensah",
            "Garcia",
            "Whitfield",
            "Iqbal",
            "Lindqvist",
            "Baker",
            "Osei",
            "Turner",
            "Moreau",
            "Campbell",
            "Haddad",
            "Schneider",
            "Walsh",
            "Popova",
            "Reid",
            "Tanaka",
            "Foster",
            "Silva",
            "Hartley",
            "Bondarenko",
            "Quinn",
            "Rahman");
    private static final String PLATE_LETTERS = "ABCDEFGHJKLMNOPRSTUVWXY";

    private final List<User> users = new ArrayList<>();
    private final List<Identifier> identifiers = new ArrayList<>();
    private final List<Grant> grants = new ArrayList<>();
    private final Random random = new Random(13);
    private int families;

    List<User> users() {
        return users;
    }

    List<Identifier> identifiers() {
        return identifiers;
    }

    List<Grant> grants() {
        return grants;
    }

    /** One to four people with one name, each with a card and a code, and a car now and then. */
    void addFamily(int unit, int floor, int apartment) {
        String flat = HeathfieldHouse.group(unit, floor, apartment);
        String name = LAST.get((families * 7 + floor) % LAST.size());
        int size = 1 + (families * 5 + families / 3) % 4;
        for (int member = 1; member <= size; member++) {
            String first = FIRST.get((families * 11 + member * 7) % FIRST.size());
            addPerson(flat + "-" + member, first + " " + name, "user", flat);
        }
        if (families % 5 < 2) {
            addCar(flat + "-1");
        }
        addVisitors(unit, floor, flat);
        families++;
    }

    /** The people who work here; they belong to the house as a whole. */
    void addStaff() {
        addPerson(MANAGER, "Helen Marsh", BuiltInProfile.COMPANY_ADMINISTRATOR.code(), HeathfieldHouse.HOUSE);
        for (int i = 1; i <= 3; i++) {
            addWorker(
                    "cleaner-" + i,
                    List.of("Maria Costa", "Ivan Petrov", "Blessing Eze").get(i - 1),
                    HeathfieldHouse.CLEANERS);
        }
        for (int i = 1; i <= 2; i++) {
            addWorker("guard-" + i, List.of("Derek Stone", "Sunita Rai").get(i - 1), HeathfieldHouse.GUARDS);
        }
        addWorker("lift-engineer", "Tom Ashby", HeathfieldHouse.LIFT_ENGINEER);
        String last = HeathfieldHouse.group(2, 20, 4);
        users.add(new User("moved-out", "Victor Lang", null, "user", List.of(last), false));
        identifiers.add(new Identifier(
                "moved-out-card",
                "moved-out",
                IdentifierType.CARD,
                REVOKED_CARD,
                null,
                null,
                null,
                0,
                true,
                false,
                null));
        users.add(new User("in-arrears", "Edgar Holt", null, "user", List.of(last), true));
        add("in-arrears-card", "in-arrears", IdentifierType.CARD, card());
    }

    private void addWorker(String id, String name, String restriction) {
        addPerson(id, name, "user", HeathfieldHouse.HOUSE);
        grants.add(new Grant(restriction, new GrantTarget.ToUser(id)));
    }

    private void addPerson(String id, String name, String profile, String group) {
        String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "." + id + "@heathfield.example";
        users.add(new User(id, name, email, profile, List.of(group), false));
        add(id + "-card", id, IdentifierType.CARD, card());
        add(id + "-code", id, IdentifierType.ACCESS_CODE, code());
    }

    private void addCar(String owner) {
        String plate = letters(2) + String.format(Locale.ROOT, "%02d ", 10 + random.nextInt(63)) + letters(3);
        add(owner + "-car", owner, IdentifierType.LICENCE_PLATE, plate);
        grants.add(new Grant(HeathfieldHouse.CAR_PARK, new GrantTarget.ToUser(owner)));
    }

    /** Some families expect guests, and some a courier. */
    private void addVisitors(int unit, int floor, String flat) {
        String owner = flat + "-1";
        String restriction = "r-" + HeathfieldHouse.group(unit, floor);
        if (families % 8 == 3) {
            addGuest(flat + "-guest", owner, code(), 20, null, GuestKind.GUEST, restriction);
        }
        if (families % 10 == 4) {
            addGuest(flat + "-courier", owner, code(), 200, null, GuestKind.COURIER, HeathfieldHouse.deliveries(unit));
        }
        if (families == 17) {
            addGuest("winter-guest", owner, EXPIRED_CODE, null, LAST_SPRING, GuestKind.GUEST, restriction);
        }
    }

    private void addGuest(
            String id,
            String owner,
            String code,
            @Nullable Integer passes,
            @Nullable Instant until,
            GuestKind kind,
            String restriction) {
        identifiers.add(new Identifier(
                id, owner, IdentifierType.ACCESS_CODE, code, LAST_WINTER, until, passes, 0, false, false, kind));
        grants.add(new Grant(restriction, new GrantTarget.ToIdentifier(id)));
    }

    private void add(String id, String owner, IdentifierType type, String value) {
        identifiers.add(new Identifier(id, owner, type, value, null, null, null, 0, false, false, null));
    }

    /** A Mifare number of four bytes, as it is printed: ten digits. Every second block of numbers stays unused. */
    private String card() {
        long number = (1_000_000_000L + identifiers.size() * 1_000_003L * 2) % 4_294_967_295L;
        return String.format(Locale.ROOT, "%010d", number + random.nextInt(500_000));
    }

    private String code() {
        return String.format(Locale.ROOT, "%06d", 100_000 + identifiers.size() * 617 + random.nextInt(600));
    }

    private String letters(int count) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append(PLATE_LETTERS.charAt(random.nextInt(PLATE_LETTERS.length())));
        }
        return letters.toString();
    }
}
