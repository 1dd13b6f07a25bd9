package dev.lintel.rules.reference;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.Passage;
import dev.lintel.domain.access.SiteTraits;
import dev.lintel.domain.access.SiteTraits.OfIdentifier;
import dev.lintel.domain.access.SiteTraits.OfPerson;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.device.DeviceType;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.restriction.Grant;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.restriction.LockChoice;
import dev.lintel.domain.restriction.RestrictionLine;
import dev.lintel.domain.schedule.Holiday;
import dev.lintel.domain.schedule.HolidayCalendar;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.schedule.RandomRules;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.site.Site;
import dev.lintel.domain.user.User;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A small site made by chance, in which everything that matters to a decision happens often. It can change. */
final class RandomWorld {
    static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
    static final Instant LAST = Instant.parse("2027-06-01T00:00:00Z");
    static final List<String> ACCESS_POINTS = List.of("in", "out");
    private static final List<String> ZONES = List.of(
            "Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo", "Africa/Casablanca", "UTC");

    private final Random random;
    private final RandomRules rules;
    private final ZoneId zone;
    private final Set<String> usedNotations = new HashSet<>();
    private final List<ObjectGroup> groups;
    private final List<Schedule> schedules;
    private final List<HolidayCalendar> calendars;
    private final List<Device> devices;
    private final List<AccessRestriction> restrictions;
    private final List<User> users;
    private final List<Identifier> identifiers;
    private final Set<Grant> grants = new HashSet<>();
    private final Map<String, ThreatLevel> threats = new HashMap<>();
    private final List<Failure> failures = new ArrayList<>();
    private final List<Passed> passages = new ArrayList<>();
    private final Map<String, OfPerson> people = new HashMap<>();
    private final Map<String, OfIdentifier> pasts = new HashMap<>();

    RandomWorld(Random random) {
        this.random = random;
        this.rules = new RandomRules(random);
        this.zone = zone();
        this.groups = some(1, 7, this::group);
        this.schedules = some(1, 4, this::schedule);
        this.calendars = some(1, 2, this::calendar);
        this.devices = some(1, 3, this::device);
        this.restrictions = some(1, 5, this::restriction);
        this.users = some(1, 4, this::user);
        this.identifiers = some(1, 8, i -> identifier("i" + i));
        IntStream.range(0, 4 + random.nextInt(12)).forEach(i -> grants.add(grant()));
    }

    Site site() {
        return new Site(
                "world",
                zone,
                List.copyOf(groups),
                List.copyOf(schedules),
                List.copyOf(calendars),
                List.copyOf(devices),
                List.copyOf(restrictions),
                List.copyOf(grants),
                List.copyOf(users),
                List.copyOf(identifiers));
    }

    /** What site files do not know of the people and identifiers of the world. */
    SiteTraits traits() {
        users.forEach(user -> people.computeIfAbsent(user.id(), id -> person()));
        identifiers.forEach(identifier -> pasts.computeIfAbsent(identifier.id(), id -> past()));
        return SiteTraits.of(people, pasts);
    }

    /** Something happens: a level is set, somebody tries codes. */
    void happen(AccessDirectory directory, long project) {
        threats.clear();
        for (int i = random.nextInt(3); i > 0; i--) {
            threats.put(id("g", groups), pick(List.of(ThreatLevel.values())));
        }
        directory.threats(project, threats);
        Instant at = instant();
        for (int i = random.nextInt(4); i > 0; i--) {
            Failure failure = new Failure(id("d", devices), at.plusSeconds(random.nextInt(1200)));
            failures.add(failure);
            directory.failed(project, failure.device(), failure.at());
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            Passed passed = passed(at.plusSeconds(random.nextInt(1200)).plusNanos(1000L * random.nextInt(1000)));
            passages.add(passed);
            directory.passed(project, List.of(passed.passage()));
        }
    }

    private Passed passed(Instant at) {
        Device device = pick(devices);
        Identifier identifier = pick(identifiers);
        User owner = users.stream()
                .filter(user -> user.id().equals(identifier.user()))
                .findFirst()
                .orElseThrow();
        return new Passed(
                new Passage(
                        device.id(),
                        owner.id(),
                        identifier.id(),
                        sometimes(8, () -> "odd") == null ? pick(List.of("in", "OUT", "exit")) : null,
                        at,
                        !one(4)),
                device.group(),
                owner.profile());
    }

    /** Somebody was at a door that stood in that group, when they had that profile. */
    record Passed(Passage passage, String area, String profile) {}

    /** What a server still knows at an instant: what was on the last day, if it is that day. A day begins at four. */
    List<Passed> passages(Instant now) {
        LocalDate last = passages.stream()
                .map(one -> dayOf(one.passage().at()))
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
        return passages.stream()
                .filter(one ->
                        dayOf(one.passage().at()).equals(last) && dayOf(now).equals(last))
                .toList();
    }

    private LocalDate dayOf(Instant at) {
        return LocalDateTime.ofInstant(at, zone).minusHours(4).toLocalDate();
    }

    /** An attempt with what nobody has. */
    record Failure(String device, Instant at) {}

    Map<String, ThreatLevel> threats() {
        return threats;
    }

    /** Those of a device that a server still knows: of the hour before the last one. */
    List<Instant> failures(String device) {
        List<Instant> all = failures.stream()
                .filter(failure -> failure.device().equals(device))
                .map(Failure::at)
                .sorted()
                .distinct()
                .toList();
        return all.stream()
                .filter(at -> at.isAfter(all.getLast().minusSeconds(3600)))
                .toList();
    }

    /** An instant at which something happened lately, or any. */
    Instant eventful() {
        if (!passages.isEmpty() && one(2)) {
            return pick(passages).passage().at().plusSeconds(random.nextInt(400));
        }
        return failures.isEmpty() || one(2) ? instant() : pick(failures).at().plusSeconds(random.nextInt(1800));
    }

    /** By the ids of people, as plain as the evaluator looks at it. */
    OfPerson person(String id) {
        traits();
        return Objects.requireNonNull(people.get(id));
    }

    OfIdentifier past(String identifier) {
        traits();
        return Objects.requireNonNull(pasts.get(identifier));
    }

    private OfPerson person() {
        return new OfPerson(
                sometimes(2, () -> "m" + random.nextInt(3)), sometimes(3, () -> one(4) ? "nobody" : id("u", users)));
    }

    private OfIdentifier past() {
        LocalDate created = day();
        return new OfIdentifier(created, sometimes(2, () -> created.plusDays(random.nextInt(300))));
    }

    private LocalDate day() {
        return LocalDate.ofInstant(instant(), zone);
    }

    /** Something becomes different: a person moves, a card is revoked, a restriction gets another line. */
    void change() {
        people.remove("u" + random.nextInt(4));
        pasts.remove("i" + random.nextInt(8));
        switch (random.nextInt(10)) {
            case 0 -> replace(groups, this::group);
            case 1 -> replace(schedules, this::schedule);
            case 2 -> replace(devices, this::device);
            case 3 -> replace(restrictions, this::restriction);
            case 4 -> replace(users, this::user);
            case 5 -> replace(identifiers, i -> identifier(identifiers.get(i).id()));
            case 6 -> removeIdentifier();
            case 7 -> replace(calendars, this::calendar);
            case 8 -> identifiers.add(identifier("n" + random.nextInt(1_000_000)));
            default -> regrant();
        }
    }

    private void regrant() {
        if (grants.isEmpty() || one(2)) {
            grants.add(grant());
        } else {
            grants.remove(pick(List.copyOf(grants)));
        }
    }

    private void removeIdentifier() {
        if (identifiers.size() > 1) {
            Identifier gone = identifiers.remove(random.nextInt(identifiers.size()));
            grants.removeIf(grant -> grant.to().equals(new GrantTarget.ToIdentifier(gone.id())));
        }
    }

    /** The parent stands before its children, so there is no cycle. */
    private ObjectGroup group(int i) {
        GroupType type = random.nextInt(3) == 0 ? GroupType.FLOOR : GroupType.CUSTOM;
        return new ObjectGroup("g" + i, i == 0 ? null : "g" + random.nextInt(i), type, "g", null);
    }

    private Schedule schedule(int i) {
        LocalDateTime start = rules.start();
        boolean allDay = one(5);
        int minutes = 1 + random.nextInt(one(2) ? 6000 : 900);
        return new Schedule(
                "s" + i,
                "s",
                start,
                start.plusMinutes(minutes),
                allDay,
                one(6) ? null : rule(start, allDay),
                one(3) ? zone() : null,
                pick(List.of(HolidayUse.values())),
                "");
    }

    /** Around the turn of years, leap days and days of the questions; many, so that questions meet them. */
    private HolidayCalendar calendar(int i) {
        return new HolidayCalendar("c" + i, "c", some(0, 40, n -> holiday()));
    }

    private Holiday holiday() {
        LocalDate first = LocalDateTime.ofInstant(instant(), ZoneOffset.UTC).toLocalDate();
        if (one(4)) {
            first = one(2)
                    ? LocalDate.of(2024, 2, 27).plusDays(random.nextInt(4))
                    : first.withDayOfYear(1).minusDays(1);
        }
        return new Holiday("h", first, first.plusDays(one(2) ? 0 : random.nextInt(20)), one(2));
    }

    private String rule(LocalDateTime start, boolean allDay) {
        String rule = rules.rule(start);
        return allDay ? rule.replaceAll(";BYHOUR=[\\d,]+", "") : rule;
    }

    private Device device(int i) {
        return new Device(
                "d" + i,
                id("g", groups),
                DeviceType.PANEL,
                null,
                "AA-12",
                "SN" + i,
                one(8) ? 0 : 1 + random.nextInt(3),
                null,
                some(0, 2, n -> "t" + random.nextInt(3)));
    }

    private AccessRestriction restriction(int i) {
        List<RestrictionLine> lines = some(
                0,
                3,
                n -> new RestrictionLine(
                        id("d", devices), sometimes(2, () -> pick(ACCESS_POINTS)), pick(List.of(LockChoice.values()))));
        List<String> times = one(3)
                ? List.of()
                : some(1, 2, n -> id("s", schedules)).stream().distinct().toList();
        return new AccessRestriction("r" + i, "r", !one(3), lines, times);
    }

    private User user(int i) {
        List<String> in = some(0, 2, n -> id("g", groups)).stream().distinct().toList();
        return new User("u" + i, "u", null, "user", in, one(16));
    }

    private Identifier identifier(String id) {
        IdentifierType type = one(2) ? IdentifierType.CARD : pick(List.of(IdentifierType.values()));
        Integer most = sometimes(4, () -> 1 + random.nextInt(3));
        return new Identifier(
                id,
                id("u", users),
                type,
                freshValue(type),
                sometimes(4, this::instant),
                sometimes(4, this::instant),
                most,
                most == null ? 0 : random.nextInt(most + 1),
                one(12),
                one(12),
                sometimes(4, () -> pick(List.of(GuestKind.values()))));
    }

    private Grant grant() {
        GrantTarget to =
                switch (random.nextInt(3)) {
                    case 0 -> new GrantTarget.ToGroup(id("g", groups));
                    case 1 -> new GrantTarget.ToUser(id("u", users));
                    default -> new GrantTarget.ToIdentifier(pick(identifiers).id());
                };
        return new Grant(id("r", restrictions), to);
    }

    /** A value none of whose notations means another identifier of this world. */
    private String freshValue(IdentifierType type) {
        while (true) {
            String value =
                    switch (type) {
                        case CARD -> Long.toString(Integer.toUnsignedLong(random.nextInt()) | 0x0100_0001);
                        case ACCESS_CODE -> Integer.toString(1000 + random.nextInt(9000));
                        case LICENCE_PLATE -> "AB" + random.nextInt(100, 1000) + "CD";
                        default -> Notations.key(random.nextLong());
                    };
            List<String> notations = Notations.of(type, value).stream()
                    .map(text -> type + text)
                    .distinct()
                    .toList();
            if (notations.stream().noneMatch(usedNotations::contains)) {
                usedNotations.addAll(notations);
                return value;
            }
        }
    }

    /** One of the owner's cards, codes, plates. */
    Identifier anIdentifier() {
        return pick(identifiers);
    }

    /** The first day of a holiday, or this day when there is none. */
    LocalDate aHoliday(LocalDate otherwise) {
        List<Holiday> days = pick(calendars).holidays();
        return days.isEmpty() ? otherwise : pick(days).first();
    }

    Schedule aSchedule() {
        return pick(schedules);
    }

    /** A pass is counted. */
    void replace(Identifier before, Identifier after) {
        identifiers.set(identifiers.indexOf(before), after);
    }

    Instant instant() {
        return FIRST.plusSeconds(random.nextLong(LAST.getEpochSecond() - FIRST.getEpochSecond()));
    }

    private ZoneId zone() {
        return ZoneId.of(pick(ZONES));
    }

    private <T> void replace(List<T> list, IntFunction<T> maker) {
        int i = random.nextInt(list.size());
        list.set(i, maker.apply(i));
    }

    private <T> List<T> some(int least, int most, IntFunction<T> maker) {
        List<T> made = new ArrayList<>();
        for (int i = least + random.nextInt(most - least + 1); made.size() < i; ) {
            made.add(maker.apply(made.size()));
        }
        return made;
    }

    private String id(String prefix, List<?> of) {
        return prefix + random.nextInt(of.size());
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    <T> @Nullable T sometimes(int of, Supplier<T> value) {
        return one(of) ? value.get() : null;
    }

    boolean one(int of) {
        return random.nextInt(of) == 0;
    }
}
