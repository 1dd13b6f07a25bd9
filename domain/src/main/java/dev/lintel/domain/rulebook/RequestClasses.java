package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.ClockFact;
import dev.lintel.domain.access.AccessFacts.DeviceFact;
import dev.lintel.domain.access.AccessFacts.GrantFact;
import dev.lintel.domain.access.AccessFacts.HolderFact;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.access.AccessFacts.ScheduleFact;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.access.Way;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.restriction.RestrictionLine;
import dev.lintel.domain.schedule.HolidayUse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All requests that some rules can tell from each other: whoever, wherever and whenever two requests fit the same parts of the
 * same rules, one of them stands for both. So what is looked at is everything there can be, and not a sample. Of the people
 * there are those of the site, and those that it may have tomorrow: of each kind, with each type of identifier, of each profile
 * and group that a rule names.
 */
final class RequestClasses {
    private static final boolean[] FAMILY = {false, true};

    /** Of more schedules than this not every choice is looked at, but all that can matter, see {@link LiveClasses#combinations}. */
    private static final int MOST_COMBINED = 5;

    private final SiteSnapshot site;
    private final List<Policy> rules;
    private final int together;
    private final Instant now;
    private final List<Past> pasts;
    private final Map<PolicyHolders, BitSet> askedOfHolders;
    private final Map<AskedOfDoor, BitSet> askedOfDoors;
    private final Map<PolicyTimes, BitSet> askedOfTimes;
    private final Map<BitSet, Holder> holders = new LinkedHashMap<>();
    private final Map<BitSet, Door> doors = new LinkedHashMap<>();
    private final Map<BitSet, Moment> moments = new LinkedHashMap<>();

    /** @param facts without a door */
    record Holder(AccessFacts facts, @Nullable Identifier identifier) {}

    record Door(Device device, DeviceFact fact, @Nullable String direction) {}

    /**
     * @param clock as it may be on such a day, whether or not that very day is a holiday
     * @param schedules as they may be: what is open when, people can change
     * @param situation what may be going on
     */
    record Moment(
            LocalDateTime local, Instant at, ClockFact clock, List<ScheduleFact> schedules, Situation situation) {}

    /** For how many days an identifier is known, and for how many it has not been used. */
    private record Past(int age, int idle) {}

    /** @param way whether it asks which way somebody went, so that it must be known */
    private record AskedOfDoor(PolicyDoors doors, boolean way) {
        static AskedOfDoor of(Policy rule) {
            return new AskedOfDoor(rule.doors(), rule.times().state().passback() != null);
        }

        boolean fit(AccessFacts facts) {
            return doors.fit(facts) && (!way || Way.of(facts.accessPoint()) != null);
        }
    }

    /** @param tables how many tables those rules stand in that are rows */
    RequestClasses(SiteSnapshot site, List<Policy> rules, int tables, Instant now) {
        this.site = site;
        this.rules = rules;
        this.together = LiveClasses.together(tables);
        this.now = now;
        this.pasts = rules.stream().anyMatch(rule -> rule.holders().askForDays()) ? pasts() : List.of();
        this.askedOfHolders = alike(Policy::holders);
        this.askedOfDoors = alike(AskedOfDoor::of);
        this.askedOfTimes = alike(Policy::times);
        findHolders();
        findDoors();
        findMoments();
    }

    /** One of each kind, by the numbers of the rules that fit it. */
    Map<BitSet, Holder> holders() {
        return holders;
    }

    Map<BitSet, Door> doors() {
        return doors;
    }

    Map<BitSet, Moment> moments() {
        return moments;
    }

    /** A request of that holder there and then. */
    static AccessFacts facts(Holder holder, Door door, Moment moment, List<GrantFact> rights) {
        AccessFacts who = holder.facts();
        long later = ChronoUnit.DAYS.between(day(who), moment.local().toLocalDate());
        IdentifierFact was = Objects.requireNonNull(who.identifier());
        LocalDate created = was.created();
        LocalDate used = was.used();
        IdentifierFact asOld = dated(
                was, created == null ? null : created.plusDays(later), used == null ? null : used.plusDays(later));
        return who.with(asOld, who.holder(), List.of())
                .elsewhere(
                        door.fact(),
                        door.direction(),
                        moment.at(),
                        moment.clock(),
                        moment.schedules(),
                        moment.situation().live(moment.at(), Way.of(door.direction())),
                        rights);
    }

    private static LocalDate day(AccessFacts facts) {
        return Objects.requireNonNull(facts.clock()).read(facts.at()).toLocalDate();
    }

    private static IdentifierFact dated(IdentifierFact was, @Nullable LocalDate created, @Nullable LocalDate used) {
        return new IdentifierFact(
                was.id(),
                was.validFrom(),
                was.validUntil(),
                was.maxPasses(),
                was.passesUsed(),
                was.revoked(),
                was.suspended(),
                was.guest(),
                created,
                used);
    }

    /** The same holder with an identifier as old and as long unused as any rule can tell. */
    List<AccessFacts> atAllAges(AccessFacts facts) {
        if (pasts.isEmpty()) {
            return List.of(facts);
        }
        LocalDate today = day(facts);
        IdentifierFact was = Objects.requireNonNull(facts.identifier());
        return pasts.stream()
                .map(past -> facts.with(
                        dated(was, today.minusDays(past.age()), today.minusDays(past.idle())),
                        facts.holder(),
                        facts.grants()))
                .toList();
    }

    private List<Past> pasts() {
        Set<Integer> idle = new TreeSet<>(Set.of(0));
        Set<Integer> ages = new TreeSet<>(Set.of(0));
        for (Policy rule : rules) {
            Stream.ofNullable(rule.holders().olderThan()).forEach(ages::add);
            Stream.ofNullable(rule.holders().unusedFor()).forEach(idle::add);
        }
        ages.addAll(idle);
        return ages.stream()
                .flatMap(age -> idle.stream().filter(days -> days <= age).map(days -> new Past(age, days)))
                .toList();
    }

    /**
     * The same request as people tell it.
     *
     * @param allowed whether a restriction lets them in
     */
    RequestCase told(Holder holder, Door door, Moment moment, boolean allowed) {
        AccessFacts facts = holder.facts();
        HolderFact owner = Objects.requireNonNull(facts.holder());
        return new RequestCase(
                HolderKind.of(Objects.requireNonNull(facts.identifier())),
                owner.profile().isEmpty() ? null : owner.profile(),
                lowest(owner),
                facts.type(),
                door.device().id(),
                door.direction(),
                moment.local(),
                moment.clock().holiday(),
                allowed,
                moment.situation(),
                traits(facts, owner, moment));
    }

    /** Those groups from which the others follow, and what they stand for. */
    List<String> lowest(HolderFact owner) {
        List<String> lowest = new ArrayList<>();
        Set<String> following = new HashSet<>();
        Set<GroupType> missing = EnumSet.noneOf(GroupType.class);
        missing.addAll(Objects.requireNonNullElse(owner.groupTypes(), List.of()));
        for (String group : owner.groups()) {
            if (following.add(group)) {
                lowest.add(group);
                missing.remove(type(group));
                following.addAll(site.above(group));
            }
        }
        // somebody may belong to a group and to one above it
        owner.groups().stream().filter(group -> missing.remove(type(group))).forEach(lowest::add);
        return lowest;
    }

    private @Nullable GroupType type(String id) {
        ObjectGroup group = site.group(id);
        return group == null ? null : group.type();
    }

    private static CaseTraits traits(AccessFacts facts, HolderFact owner, Moment moment) {
        IdentifierFact identifier = Objects.requireNonNull(facts.identifier());
        LocalDate created = identifier.created();
        LocalDate used = identifier.used();
        LocalDate day = day(facts);
        return new CaseTraits(
                owner.marker(),
                Boolean.TRUE.equals(owner.family()),
                created == null ? 0 : (int) ChronoUnit.DAYS.between(created, day),
                used == null ? null : (int) ChronoUnit.DAYS.between(used, day),
                moment.clock().holidayBefore(),
                open(moment));
    }

    /** Ids of the schedules that are open then; null where rules name none. */
    static @Nullable Set<String> open(Moment moment) {
        return moment.schedules().isEmpty()
                ? null
                : moment.schedules().stream()
                        .filter(ScheduleFact::open)
                        .map(ScheduleFact::schedule)
                        .collect(Collectors.toSet());
    }

    /** Of a hundred rules many ask the same of somebody, of a door or of the time: which. */
    private <T> Map<T, BitSet> alike(Function<Policy, T> part) {
        Map<T, BitSet> alike = new LinkedHashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            alike.computeIfAbsent(part.apply(rules.get(i)), any -> new BitSet()).set(i);
        }
        return alike;
    }

    private static <T> BitSet fitting(Map<T, BitSet> asked, Predicate<T> fit) {
        BitSet fitting = new BitSet();
        asked.forEach((part, which) -> {
            if (fit.test(part)) {
                fitting.or(which);
            }
        });
        return fitting;
    }

    /** The numbers of the rules that fit somebody. */
    BitSet ofHolder(AccessFacts facts) {
        return fitting(askedOfHolders, asked -> asked.fit(facts));
    }

    /** The numbers of the rules that can hold at the door of these facts, in their direction. */
    BitSet ofDoor(AccessFacts facts) {
        return fitting(askedOfDoors, asked -> asked.fit(facts));
    }

    private void findHolders() {
        List<Identifier> identifiers = new ArrayList<>();
        site.identifiers().forEach(identifiers::add);
        // by all processors: a large site has a hundred thousand, and whoever writes waits
        Map<BitSet, Holder> there = identifiers.parallelStream()
                .filter(identifier -> !identifier.revoked())
                .flatMap(identifier -> Stream.ofNullable(site.presented(identifier.id(), now))
                        .flatMap(facts -> atAllAges(facts).stream())
                        .map(facts -> new Holder(facts, identifier)))
                .collect(Collectors.toMap(
                        holder -> ofHolder(holder.facts()),
                        Function.identity(),
                        (first, later) -> first,
                        LinkedHashMap::new));
        holders.putAll(there);
        Device any =
                site.devices().iterator().hasNext() ? site.devices().iterator().next() : null;
        if (any == null) {
            return;
        }
        List<List<String>> groups = groups();
        List<@Nullable String> profiles =
                new ArrayList<>(named(rule -> rule.holders().profiles()));
        profiles.addFirst(null);
        LocalDateTime local = LocalDateTime.ofInstant(now, site.project().timeZone());
        for (HolderKind kind : HolderKind.values()) {
            for (IdentifierType type : IdentifierType.values()) {
                for (@Nullable String profile : profiles) {
                    for (List<String> of : groups) {
                        AccessFacts facts = new RequestCase(kind, profile, of, type, any.id(), null, local, false, true)
                                .facts(site);
                        if (facts != null) {
                            everyTrait(facts).forEach(one -> holders.putIfAbsent(ofHolder(one), new Holder(one, null)));
                        }
                    }
                }
            }
        }
    }

    /** None, and one of each sort that rules can tell from each other: by those above it that they name, and its type. */
    List<List<String>> groups() {
        Set<String> named = named(rule -> rule.holders().groups());
        Set<GroupType> types = EnumSet.noneOf(GroupType.class);
        rules.forEach(rule -> types.addAll(rule.holders().groupTypes()));
        Map<List<Object>, List<String>> sorts = new LinkedHashMap<>();
        sorts.put(List.of(Set.of(), ""), List.of());
        if (!named.isEmpty() || !types.isEmpty()) {
            for (ObjectGroup group : site.groups()) {
                Set<String> within = new HashSet<>(site.above(group.id()));
                within.add(group.id());
                within.retainAll(named);
                Object type = types.contains(group.type()) ? group.type() : "";
                sorts.putIfAbsent(List.of(within, type), List.of(group.id()));
            }
        }
        return List.copyOf(sorts.values());
    }

    /** The same kind of holder with each marker that a rule names, in each place of a family, at all ages. */
    private List<AccessFacts> everyTrait(AccessFacts facts) {
        List<@Nullable String> markers =
                new ArrayList<>(named(rule -> rule.holders().markers()));
        markers.addFirst(null);
        HolderFact was = Objects.requireNonNull(facts.holder());
        List<AccessFacts> all = new ArrayList<>();
        for (@Nullable String marker : markers) {
            for (boolean family : FAMILY) {
                all.addAll(atAllAges(facts.with(facts.identifier(), was.with(family, marker), facts.grants())));
            }
        }
        return all;
    }

    private Set<String> named(Function<Policy, Collection<String>> names) {
        Set<String> named = new LinkedHashSet<>();
        rules.forEach(rule -> named.addAll(names.apply(rule)));
        return named;
    }

    private void findDoors() {
        Map<String, Set<String>> directions = directions(site);
        Set<String> named = namedDirections();
        if (holders.isEmpty()) {
            return;
        }
        Holder anybody = holders.values().iterator().next();
        for (Device device : site.devices()) {
            DeviceFact fact = site.fact(device);
            List<@Nullable String> here = new ArrayList<>();
            here.add(null);
            Stream.concat(directions.getOrDefault(device.id(), Set.of()).stream(), named.stream())
                    .distinct()
                    .forEach(here::add);
            for (@Nullable String direction : here) {
                AccessFacts facts = anybody.facts().elsewhere(fact, direction, now, null, List.of(), null, List.of());
                doors.putIfAbsent(ofDoor(facts), new Door(device, fact, direction));
            }
        }
    }

    /** The directions that rules tell from each other. */
    Set<String> namedDirections() {
        Set<String> named = new LinkedHashSet<>();
        for (Policy rule : rules) {
            Stream.ofNullable(rule.doors().accessPoint()).forEach(named::add);
            if (rule.doors().sparesWayOut() || rule.times().state().passback() != null) {
                named.addAll(List.of("in", "out"));
            }
        }
        return named;
    }

    /** The directions that restrictions tell from each other, by device. */
    static Map<String, Set<String>> directions(SiteSnapshot site) {
        Map<String, Set<String>> directions = new HashMap<>();
        site.restrictions(restriction -> {
            for (RestrictionLine line : restriction.lines()) {
                if (line.accessPoint() != null) {
                    directions
                            .computeIfAbsent(line.device(), id -> new TreeSet<>())
                            .add(line.accessPoint());
                }
            }
            return false;
        });
        return directions;
    }

    private void findMoments() {
        Set<LocalTime> times = new TreeSet<>(new Rulebook("", rules).edges());
        times.add(LocalTime.MIDNIGHT);
        boolean holidays = rules.stream().anyMatch(rule -> rule.times().holidays() != HolidayUse.IGNORED);
        LocalDateTime nowThere =
                LocalDateTime.ofInstant(now, site.project().timeZone()).truncatedTo(ChronoUnit.MINUTES);
        Set<LocalDateTime> locals = new TreeSet<>(Set.of(nowThere));
        for (LocalDate day : days()) {
            times.stream()
                    .map(day::atTime)
                    .filter(local -> local.isAfter(nowThere))
                    .forEach(locals::add);
        }
        Map<BitSet, Moment> clocks = new LinkedHashMap<>();
        for (LocalDateTime local : locals) {
            for (int i = 0; i < (holidays ? 4 : 1); i++) {
                ClockFact clock = new ClockFact(site.project().timeZone(), (i & 1) > 0, (i & 2) > 0);
                Instant at = local.atZone(site.project().timeZone()).toInstant();
                clocks.putIfAbsent(
                        fitting(askedOfTimes, asked -> asked.fit(local, clock.holiday(), clock.holidayBefore())),
                        new Moment(local, at, clock, List.of(), Situation.CALM));
            }
        }
        Map<BitSet, List<ScheduleFact>> schedules = new LinkedHashMap<>();
        schedules().forEach(open -> schedules.putIfAbsent(fitting(askedOfTimes, asked -> asked.fit(open)), open));
        Map<BitSet, Moment> whenever = LiveClasses.both(
                clocks,
                schedules,
                (moment, open) -> new Moment(moment.local(), moment.at(), moment.clock(), open, Situation.CALM));
        moments.putAll(LiveClasses.both(
                whenever,
                new LiveClasses(rules, together).situations(now),
                (moment, situation) ->
                        new Moment(moment.local(), moment.at(), moment.clock(), moment.schedules(), situation)));
    }

    /** Which of the schedules that rules name may be open at once. */
    private List<List<ScheduleFact>> schedules() {
        List<String> named = List.copyOf(named(rule -> rule.times().schedules()));
        return LiveClasses.combinations(named, MOST_COMBINED, together).stream()
                .map(open -> named.stream()
                        .map(id -> new ScheduleFact(id, open.contains(id), null))
                        .toList())
                .toList();
    }

    /** From today on: a week, and the days around each one on which a rule begins or ends. */
    private Set<LocalDate> days() {
        LocalDate today = LocalDate.ofInstant(now, site.project().timeZone());
        Set<LocalDate> days = new TreeSet<>();
        week(today, days);
        for (Policy rule : rules) {
            Stream.of(rule.times().since(), rule.times().until())
                    .filter(Objects::nonNull)
                    .forEach(day -> week(day.minusDays(1), days));
        }
        days.removeIf(day -> day.isBefore(today));
        return days;
    }

    private static void week(LocalDate from, Set<LocalDate> days) {
        for (int i = 0; i < 10; i++) {
            days.add(from.plusDays(i));
        }
    }
}
