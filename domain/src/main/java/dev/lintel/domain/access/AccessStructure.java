package dev.lintel.domain.access;

import dev.lintel.domain.access.AccessFacts.GrantFact;
import dev.lintel.domain.access.AccessFacts.LineFact;
import dev.lintel.domain.access.AccessFacts.ScheduleFact;
import dev.lintel.domain.access.AccessFacts.Via;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.restriction.Grant;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.restriction.RestrictionLine;
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
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The part of a project that many decisions share and that seldom changes: groups, restrictions, schedules, grants. Immutable; as
 * long as it is the same object, no decision of the project changes for its sake.
 */
final class AccessStructure {
    private final ZoneId zone;
    private final Map<String, ObjectGroup> groups;
    private final Map<String, Door> restrictions;
    private final Map<String, Timed> schedules;
    private final Map<GrantTarget, List<String>> grants;

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
            Map<String, ObjectGroup> groups,
            Map<String, Door> restrictions,
            Map<String, Timed> schedules,
            Map<GrantTarget, List<String>> grants) {
        this.zone = zone;
        this.groups = groups;
        this.restrictions = restrictions;
        this.schedules = schedules;
        this.grants = grants;
    }

    static AccessStructure empty(ZoneId zone) {
        return new AccessStructure(zone, HashMap.empty(), HashMap.empty(), HashMap.empty(), HashMap.empty());
    }

    /** The structure after a change; this very object when the change does not concern it. */
    AccessStructure with(SiteChange change) {
        if (change.groups().isEmpty()
                && change.schedules().isEmpty()
                && change.restrictions().isEmpty()
                && change.granted().isEmpty()
                && change.withdrawn().isEmpty()) {
            return this;
        }
        return new AccessStructure(
                zone,
                put(groups, change.groups(), ObjectGroup::id, group -> group),
                put(restrictions, change.restrictions(), AccessRestriction::id, Door::of),
                put(schedules, change.schedules(), Schedule::id, this::timed),
                regrant(change));
    }

    private Timed timed(Schedule schedule) {
        return new Timed(schedule, Occurrences.of(schedule, zone));
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

    @Nullable
    ObjectGroup group(String id) {
        return groups.getOrElse(id, null);
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

    int groupCount() {
        return groups.size();
    }

    int restrictionCount() {
        return restrictions.size();
    }

    /** The user's groups, each followed by its ancestors, none twice. */
    SequencedSet<String> groupsWithAncestors(User user) {
        SequencedSet<String> all = new LinkedHashSet<>();
        for (String own : user.groups()) {
            @Nullable String next = own;
            while (next != null && all.add(next)) {
                ObjectGroup group = group(next);
                next = group == null ? null : group.parent();
            }
        }
        return all;
    }

    /** What the holder of an identifier may use at a device, and how many restrictions more they have elsewhere. */
    record Held(java.util.List<GrantFact> here, int elsewhere) {}

    static final Held NOTHING_HELD = new Held(java.util.List.of(), 0);

    Held held(Identifier identifier, User owner, SequencedSet<String> ownersGroups, Device device, Instant at) {
        TreeMap<String, java.util.List<Via>> ways = new TreeMap<>();
        collect(ways, new GrantTarget.ToIdentifier(identifier.id()), Via.Kind.IDENTIFIER);
        java.util.Set<String> own = java.util.Set.copyOf(ways.keySet());
        collect(ways, new GrantTarget.ToUser(owner.id()), Via.Kind.USER);
        for (String group : ownersGroups) {
            collect(ways, new GrantTarget.ToGroup(group), Via.Kind.GROUP);
        }
        if (identifier.guest() != null) {
            // a guest identifier has nothing but its own, whatever its owner has
            ways.keySet().retainAll(own);
        }
        java.util.List<GrantFact> here = new ArrayList<>();
        ways.forEach((id, via) -> {
            GrantFact fact = grantFact(id, via, device, at);
            if (fact != null) {
                here.add(fact);
            }
        });
        return new Held(here, ways.size() - here.size());
    }

    private void collect(java.util.Map<String, java.util.List<Via>> ways, GrantTarget target, Via.Kind kind) {
        for (String restriction : grants.getOrElse(target, List.empty())) {
            ways.computeIfAbsent(restriction, r -> new ArrayList<>(2)).add(new Via(kind, target.id()));
        }
    }

    private @Nullable GrantFact grantFact(String id, java.util.List<Via> via, Device device, Instant at) {
        Door door = restrictions.getOrElse(id, null);
        java.util.List<RestrictionLine> lines =
                door == null ? null : door.lines().get(device.id());
        if (door == null || lines == null) {
            return null;
        }
        java.util.List<LineFact> lineFacts = new ArrayList<>(lines.size());
        for (RestrictionLine line : lines) {
            lineFacts.add(new LineFact(line.accessPoint(), line.lock().of(device.locks())));
        }
        boolean heldByOwner = via.getLast().kind() != Via.Kind.IDENTIFIER;
        return new GrantFact(
                id,
                door.restriction().guestUsable(),
                heldByOwner,
                via,
                lineFacts,
                scheduleFacts(door.restriction(), at));
    }

    private java.util.List<ScheduleFact> scheduleFacts(AccessRestriction restriction, Instant at) {
        java.util.List<ScheduleFact> facts =
                new ArrayList<>(restriction.schedules().size());
        for (String id : restriction.schedules()) {
            Timed timed = schedules.getOrElse(id, null);
            if (timed == null) {
                throw new IllegalStateException(
                        "restriction \"" + restriction.id() + "\" has no schedule \"" + id + "\"");
            }
            facts.add(new ScheduleFact(
                    id, timed.occurrences().isOpen(at), timed.occurrences().nextChange(at)));
        }
        return facts;
    }
}
