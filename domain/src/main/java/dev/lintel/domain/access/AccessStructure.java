package dev.lintel.domain.access;

import dev.lintel.domain.access.AccessFacts.GrantFact;
import dev.lintel.domain.access.AccessFacts.LineFact;
import dev.lintel.domain.access.AccessFacts.ScheduleFact;
import dev.lintel.domain.access.AccessFacts.Via;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.restriction.Grant;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.restriction.RestrictionLine;
import dev.lintel.domain.schedule.HolidayCalendar;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.schedule.Holidays;
import dev.lintel.domain.schedule.Occurrences;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.site.SiteChange;
import dev.lintel.domain.site.SiteChange.Puts;
import dev.lintel.domain.user.User;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The part of a project that many decisions share and that seldom changes: groups, restrictions, schedules, grants. Immutable; as
 * long as it is the same object, no decision of the project changes for its sake.
 */
final class AccessStructure {
    private final ZoneId zone;
    private final GroupTree groups;
    private final Map<String, Door> restrictions;
    private final Map<String, Timed> schedules;
    private final Map<String, HolidayCalendar> calendars;
    private final Holidays holidays;
    private final Map<GrantTarget, List<String>> grants;
    private final ConcurrentHashMap<java.util.List<String>, Way> ways = new ConcurrentHashMap<>();

    /** A restriction with its lines by device. */
    private record Door(AccessRestriction restriction, java.util.Map<String, java.util.List<RestrictionLine>> lines) {
        static Door of(AccessRestriction restriction) {
            java.util.Map<String, java.util.List<RestrictionLine>> lines = new java.util.HashMap<>();
            restriction.lines().forEach(line -> lines.computeIfAbsent(line.device(), d -> new ArrayList<>())
                    .add(line));
            return new Door(restriction, lines);
        }
    }

    /** A schedule with its occurrences. */
    private record Timed(Schedule schedule, Occurrences occurrences) {}

    private AccessStructure(
            ZoneId zone,
            GroupTree groups,
            Map<String, Door> restrictions,
            Map<String, Timed> schedules,
            Map<String, HolidayCalendar> calendars,
            Map<GrantTarget, List<String>> grants) {
        this.zone = zone;
        this.groups = groups;
        this.restrictions = restrictions;
        this.schedules = schedules;
        this.calendars = calendars;
        this.holidays = Holidays.of(calendars.values().toJavaList());
        this.grants = grants;
    }

    static AccessStructure empty(ZoneId zone) {
        return new AccessStructure(
                zone, GroupTree.EMPTY, HashMap.empty(), HashMap.empty(), HashMap.empty(), HashMap.empty());
    }

    /** The structure after a change; this very object when the change does not concern it. */
    AccessStructure with(SiteChange change) {
        if (change.groups().isEmpty()
                && change.schedules().isEmpty()
                && change.calendars().isEmpty()
                && change.restrictions().isEmpty()
                && change.granted().isEmpty()
                && change.withdrawn().isEmpty()) {
            return this;
        }
        Map<String, HolidayCalendar> days =
                put(calendars, change.calendars(), HolidayCalendar::id, calendar -> calendar);
        Holidays holidays = Holidays.of(days.values().toJavaList());
        Map<String, Timed> times = change.calendars().isEmpty()
                ? schedules
                : schedules.mapValues(timed ->
                        timed.schedule().holidays() == HolidayUse.IGNORED ? timed : timed(timed.schedule(), holidays));
        return new AccessStructure(
                zone,
                groups.with(change.groups()),
                put(restrictions, change.restrictions(), AccessRestriction::id, Door::of),
                put(times, change.schedules(), Schedule::id, schedule -> timed(schedule, holidays)),
                days,
                regrant(change));
    }

    private Timed timed(Schedule schedule, Holidays holidays) {
        return new Timed(schedule, Occurrences.of(schedule, zone, holidays));
    }

    private Map<GrantTarget, List<String>> regrant(SiteChange change) {
        Map<GrantTarget, List<String>> result = grants;
        for (Grant grant : change.withdrawn()) {
            List<String> left = result.getOrElse(grant.to(), List.empty()).remove(grant.restriction());
            result = left.isEmpty() ? result.remove(grant.to()) : result.put(grant.to(), left);
        }
        for (Grant grant : change.granted()) {
            List<String> had = result.getOrElse(grant.to(), List.empty());
            if (!had.contains(grant.restriction())) {
                result = result.put(grant.to(), had.prepend(grant.restriction()));
            }
        }
        return result;
    }

    /** A map after records were added, changed and removed. */
    static <T, V> Map<String, V> put(Map<String, V> map, Puts<T> puts, Function<T, String> id, Function<T, V> value) {
        Map<String, V> result = map;
        for (String removed : puts.removed()) {
            result = result.remove(removed);
        }
        for (T record : puts.changed()) {
            result = result.put(id.apply(record), value.apply(record));
        }
        for (T record : puts.added()) {
            result = result.put(id.apply(record), value.apply(record));
        }
        return result;
    }

    GroupTree groups() {
        return groups;
    }

    @Nullable
    AccessRestriction restriction(String id) {
        Door door = restrictions.getOrElse(id, null);
        return door == null ? null : door.restriction();
    }

    @Nullable
    Schedule schedule(String id) {
        Timed timed = schedules.getOrElse(id, null);
        return timed == null ? null : timed.schedule();
    }

    Iterable<Schedule> schedules() {
        return schedules.values().map(Timed::schedule);
    }

    /** The state of schedules in the order of their ids. One that there is no more is never open again. */
    java.util.List<ScheduleFact> states(java.util.Set<String> ids, Instant at) {
        return ids.isEmpty()
                ? java.util.List.of()
                : ids.stream().sorted().map(id -> state(id, at)).toList();
    }

    private ScheduleFact state(String id, Instant at) {
        Timed timed = schedules.getOrElse(id, null);
        return timed == null
                ? new ScheduleFact(id, false, null)
                : new ScheduleFact(
                        id, timed.occurrences().isOpen(at), timed.occurrences().nextChange(at));
    }

    /** The holidays of the project, of all its calendars. */
    Holidays holidays() {
        return holidays;
    }

    int restrictionCount() {
        return restrictions.size();
    }

    /**
     * What the holder of an identifier may use at a device.
     *
     * @param elsewhere how many restrictions more they have, none of them with a line for the device
     */
    record Held(java.util.List<GrantFact> here, int elsewhere) {}

    Held held(Identifier identifier, User owner, Device device, Instant at) {
        Gathering gathering = new Gathering(device.id());
        Via byIdentifier = new Via(Via.Kind.IDENTIFIER, identifier.id());
        doors(new GrantTarget.ToIdentifier(identifier.id())).forEach(door -> gathering.add(door, byIdentifier));
        if (identifier.guest() != null) {
            // a guest identifier has nothing but its own, whatever its owner has
            gathering.close();
        }
        Via byUser = new Via(Via.Kind.USER, owner.id());
        doors(new GrantTarget.ToUser(owner.id())).forEach(door -> gathering.add(door, byUser));
        way(owner.groups()).levels().forEach(level -> level.doors().forEach(door -> gathering.add(door, level.via())));
        return new Held(gathering.facts(device, at), gathering.elsewhere());
    }

    /** Whom the restrictions are granted to that can count for an identifier, by their ids. */
    java.util.SortedMap<String, java.util.List<Via>> usable(Identifier identifier, User owner) {
        TreeMap<String, java.util.List<Via>> own = new TreeMap<>();
        Via byIdentifier = new Via(Via.Kind.IDENTIFIER, identifier.id());
        doors(new GrantTarget.ToIdentifier(identifier.id())).forEach(door -> add(own, door, byIdentifier));
        TreeMap<String, java.util.List<Via>> held = heldBy(owner);
        if (identifier.guest() != null) {
            // what a guest was given counts only while its owner has it, too, and it is for guests
            own.keySet().removeIf(id -> !held.containsKey(id) || !isForGuests(id));
            held.keySet().retainAll(own.keySet());
        }
        held.forEach((id, via) ->
                own.computeIfAbsent(id, restriction -> new ArrayList<>(2)).addAll(via));
        return own;
    }

    /** What somebody has with any identifier of their own: granted to themselves, then to their groups on the way up. */
    TreeMap<String, java.util.List<Via>> heldBy(User owner) {
        TreeMap<String, java.util.List<Via>> held = new TreeMap<>();
        Via byUser = new Via(Via.Kind.USER, owner.id());
        doors(new GrantTarget.ToUser(owner.id())).forEach(door -> add(held, door, byUser));
        way(owner.groups()).levels().forEach(level -> level.doors().forEach(door -> add(held, door, level.via())));
        return held;
    }

    /** Ids of the restrictions that are granted to an identifier itself, sorted. */
    java.util.List<String> grantedTo(String identifier) {
        return grants.getOrElse(new GrantTarget.ToIdentifier(identifier), List.empty())
                .sorted()
                .toJavaList();
    }

    private static void add(TreeMap<String, java.util.List<Via>> all, Door door, Via via) {
        all.computeIfAbsent(door.restriction().id(), id -> new ArrayList<>(2)).add(via);
    }

    private boolean isForGuests(String id) {
        AccessRestriction restriction = restriction(id);
        return restriction != null && restriction.guestUsable();
    }

    /** These groups, each followed by those above it, none twice. */
    java.util.List<String> groupsFrom(java.util.List<String> own) {
        return way(own).groups();
    }

    /** What these groups stand for, without those above, none twice. */
    java.util.List<GroupType> typesOf(java.util.List<String> own) {
        return way(own).types();
    }

    java.util.Set<String> restrictions(Predicate<AccessRestriction> asked) {
        java.util.Set<String> found = new HashSet<>();
        restrictions.forEach((id, door) -> {
            if (asked.test(door.restriction())) {
                found.add(id);
            }
        });
        return found;
    }

    java.util.Set<GrantTarget> holders(java.util.Set<String> some) {
        java.util.Set<GrantTarget> found = new HashSet<>();
        grants.forEach((to, ids) -> {
            if (ids.exists(some::contains)) {
                found.add(to);
            }
        });
        return found;
    }

    /**
     * A place at which somebody may ask for a way in.
     *
     * @param accessPoint null when the restriction does not say
     */
    record Place(String device, @Nullable String accessPoint) {}

    /** All places that restrictions of an owner or of one of their identifiers name. */
    SequencedSet<Place> places(User owner, Collection<String> identifiers) {
        SequencedSet<Place> places = new LinkedHashSet<>();
        identifiers.forEach(id -> doors(new GrantTarget.ToIdentifier(id)).forEach(door -> add(door, places)));
        doors(new GrantTarget.ToUser(owner.id())).forEach(door -> add(door, places));
        way(owner.groups()).levels().forEach(level -> level.doors().forEach(door -> add(door, places)));
        return places;
    }

    /** All places that restrictions of an identifier itself name. */
    SequencedSet<Place> places(String identifier) {
        SequencedSet<Place> places = new LinkedHashSet<>();
        doors(new GrantTarget.ToIdentifier(identifier)).forEach(door -> add(door, places));
        return places;
    }

    private static void add(Door door, SequencedSet<Place> places) {
        door.restriction().lines().forEach(line -> places.add(new Place(line.device(), line.accessPoint())));
    }

    /**
     * What restrictions let somebody open.
     *
     * @param accessPoint one direction; null is every one
     * @param lock number of the lock, from 1
     */
    record Opening(String device, @Nullable String accessPoint, int lock) {}

    /**
     * When somebody may open what, by all restrictions of an owner and of these identifiers of theirs.
     *
     * @param locks how many locks a device has, by its id
     * @return ids of schedules of which any will do, by what they open; no ids are always
     */
    java.util.Map<Opening, java.util.Set<String>> openings(
            User owner, Collection<String> identifiers, ToIntFunction<String> locks) {
        java.util.Map<Opening, java.util.Set<String>> openings = new LinkedHashMap<>();
        identifiers.forEach(id -> doors(new GrantTarget.ToIdentifier(id)).forEach(door -> open(door, locks, openings)));
        doors(new GrantTarget.ToUser(owner.id())).forEach(door -> open(door, locks, openings));
        way(owner.groups()).levels().forEach(level -> level.doors().forEach(door -> open(door, locks, openings)));
        return openings;
    }

    /** As {@link #openings}, for a guest identifier: what was given to it, is for guests, and is still held by its owner. */
    java.util.Map<Opening, java.util.Set<String>> guestOpenings(
            User owner, String identifier, ToIntFunction<String> locks) {
        java.util.Set<String> held = new HashSet<>();
        doors(new GrantTarget.ToUser(owner.id()))
                .forEach(door -> held.add(door.restriction().id()));
        way(owner.groups()).levels().forEach(level -> level.doors()
                .forEach(door -> held.add(door.restriction().id())));
        java.util.Map<Opening, java.util.Set<String>> openings = new LinkedHashMap<>();
        doors(new GrantTarget.ToIdentifier(identifier))
                .filter(door -> door.restriction().guestUsable()
                        && held.contains(door.restriction().id()))
                .forEach(door -> open(door, locks, openings));
        return openings;
    }

    private static void open(
            Door door, ToIntFunction<String> locks, java.util.Map<Opening, java.util.Set<String>> openings) {
        java.util.Set<String> schedules =
                java.util.Set.copyOf(door.restriction().schedules());
        for (RestrictionLine line : door.restriction().lines()) {
            for (int lock : line.lock().of(locks.applyAsInt(line.device()))) {
                openings.merge(
                        new Opening(line.device(), line.accessPoint(), lock), schedules, AccessStructure::either);
            }
        }
    }

    private static java.util.Set<String> either(java.util.Set<String> some, java.util.Set<String> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return java.util.Set.of();
        }
        java.util.Set<String> both = new HashSet<>(some);
        both.addAll(others);
        return both;
    }

    /** A group on the way up, and what is granted to it. */
    private record Level(Via via, java.util.List<Door> doors) {}

    /**
     * Up from some groups: each followed by its ancestors, none twice.
     *
     * @param types of the first ones alone
     */
    private record Way(java.util.List<String> groups, java.util.List<GroupType> types, java.util.List<Level> levels) {}

    /** Remembered: a building asks for the same groups all day. */
    private Way way(java.util.List<String> groups) {
        Way known = ways.get(groups);
        return known == null ? ways.computeIfAbsent(groups, this::climb) : known;
    }

    private Way climb(java.util.List<String> from) {
        SequencedSet<String> above = groups.upFrom(from);
        return new Way(
                java.util.List.copyOf(above),
                from.stream()
                        .map(groups::group)
                        .filter(Objects::nonNull)
                        .map(ObjectGroup::type)
                        .distinct()
                        .sorted()
                        .toList(),
                above.stream()
                        .map(id -> new Level(
                                new Via(Via.Kind.GROUP, id),
                                java.util.List.copyOf(
                                        doors(new GrantTarget.ToGroup(id)).toJavaList())))
                        .toList());
    }

    private List<Door> doors(GrantTarget target) {
        List<String> ids = grants.getOrElse(target, List.empty());
        return ids.isEmpty() ? List.empty() : ids.map(id -> restrictions.get(id).get());
    }

    /** Sorts what somebody has into what counts at one device and what does not. */
    private final class Gathering {
        private final String device;
        private final TreeMap<String, java.util.List<Via>> here = new TreeMap<>();
        private final java.util.Set<String> elsewhere = new HashSet<>();
        private boolean closed;

        Gathering(String device) {
            this.device = device;
        }

        /** From now on only more ways to what is there already are taken. */
        void close() {
            closed = true;
        }

        void add(Door door, Via via) {
            String id = door.restriction().id();
            if (!door.lines().containsKey(device)) {
                if (!closed) {
                    elsewhere.add(id);
                }
            } else if (!closed || here.containsKey(id)) {
                here.computeIfAbsent(id, restriction -> new ArrayList<>(2)).add(via);
            }
        }

        int elsewhere() {
            return elsewhere.size();
        }

        java.util.List<GrantFact> facts(Device at, Instant instant) {
            java.util.List<GrantFact> facts = new ArrayList<>(here.size());
            here.forEach((id, via) -> facts.add(fact(restrictions.get(id).get(), via, at, instant)));
            return facts;
        }
    }

    private GrantFact fact(Door door, java.util.List<Via> via, Device device, Instant at) {
        java.util.List<LineFact> lines = new ArrayList<>();
        for (RestrictionLine line : door.lines().getOrDefault(device.id(), java.util.List.of())) {
            lines.add(new LineFact(line.accessPoint(), line.lock().of(device.locks())));
        }
        AccessRestriction restriction = door.restriction();
        boolean heldByOwner = via.getLast().kind() != Via.Kind.IDENTIFIER;
        return new GrantFact(
                restriction.id(), restriction.guestUsable(), heldByOwner, via, lines, scheduleFacts(restriction, at));
    }

    private java.util.List<ScheduleFact> scheduleFacts(AccessRestriction restriction, Instant at) {
        java.util.List<ScheduleFact> facts =
                new ArrayList<>(restriction.schedules().size());
        for (String id : restriction.schedules()) {
            if (!schedules.containsKey(id)) {
                throw new IllegalStateException(
                        "restriction \"" + restriction.id() + "\" has no schedule \"" + id + "\"");
            }
            facts.add(state(id, at));
        }
        return facts;
    }
}
