package dev.lintel.domain.access;

import dev.lintel.domain.access.AccessFacts.ClockFact;
import dev.lintel.domain.access.AccessFacts.DeviceFact;
import dev.lintel.domain.access.AccessFacts.HolderFact;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.access.AccessFacts.LiveFact;
import dev.lintel.domain.access.WantedFacts.Live;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.device.DeviceNames;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.identifier.IdentifierIndex;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.restriction.RestrictionLine;
import dev.lintel.domain.schedule.Holidays;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.site.SiteChange;
import dev.lintel.domain.site.SiteChange.Puts;
import dev.lintel.domain.user.User;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One project as doors see it: everything in memory, indexed, immutable. A change makes a new snapshot that shares all but the
 * touched pieces with the old, so that readers never wait and never see half a change.
 */
public final class SiteSnapshot {
    private final Project project;
    private final AccessStructure structure;
    private final Map<String, Device> devices;
    private final Map<String, User> users;
    private final Map<String, Identifier> identifiers;
    private final IdentifierIndex index;
    private final Ruling ruling;
    private final SiteTraits traits;
    private final LiveState live;

    /** Which rulebook decides, what it asks and what it always denies; no version is the shipped rules alone. */
    private record Ruling(
            @Nullable String rulebook, @Nullable PartRuling part, WantedFacts wanted, StandingDenials denials) {
        static final Ruling SHIPPED = new Ruling(null, null, WantedFacts.NONE, StandingDenials.NONE);

        /** What decides at a device that is in these groups. */
        @Nullable
        String at(List<String> groups) {
            return part != null && groups.contains(part.group()) ? part.version() : rulebook;
        }
    }

    private SiteSnapshot(
            Project project,
            AccessStructure structure,
            Map<String, Device> devices,
            Map<String, User> users,
            Map<String, Identifier> identifiers,
            IdentifierIndex index,
            Ruling ruling,
            SiteTraits traits,
            LiveState live) {
        this.project = project;
        this.structure = structure;
        this.devices = devices;
        this.users = users;
        this.identifiers = identifiers;
        this.index = index;
        this.ruling = ruling;
        this.traits = traits;
        this.live = live;
    }

    static SiteSnapshot empty(Project project) {
        return living(project, LiveState.CALM);
    }

    /** Nothing yet but what happens there. */
    static SiteSnapshot living(Project project, LiveState live) {
        return new SiteSnapshot(
                project,
                AccessStructure.empty(project.timeZone()),
                HashMap.empty(),
                HashMap.empty(),
                HashMap.empty(),
                IdentifierIndex.EMPTY,
                Ruling.SHIPPED,
                SiteTraits.NONE,
                live);
    }

    /** @param newTraits of those that are added and changed */
    SiteSnapshot with(SiteChange change, SiteTraits newTraits) {
        return new SiteSnapshot(
                project,
                structure.with(change),
                AccessStructure.put(devices, change.devices(), Device::id, device -> device),
                AccessStructure.put(users, change.users(), User::id, user -> user),
                AccessStructure.put(identifiers, change.identifiers(), Identifier::id, identifier -> identifier),
                reindex(change.identifiers()),
                ruling,
                traits.without(change.users().removed(), change.identifiers().removed())
                        .and(newTraits),
                live.with(live.presences().without(change.users().removed())));
    }

    /** The same project under other versions of its rulebook; null is under the shipped rules alone, everywhere alike. */
    SiteSnapshot under(
            @Nullable String version, @Nullable PartRuling part, WantedFacts wanted, StandingDenials denials) {
        return under(new Ruling(version, part, wanted, denials));
    }

    private SiteSnapshot under(Ruling other) {
        return new SiteSnapshot(project, structure, devices, users, identifiers, index, other, traits, live);
    }

    /** The same project, whose copies at devices mind what these deny, whatever is in force: for what tries a draft. */
    public SiteSnapshot denying(StandingDenials denials) {
        return under(new Ruling(ruling.rulebook(), ruling.part(), ruling.wanted(), denials));
    }

    /** Read again: ruled as before, and with what happened and is not stored. */
    SiteSnapshot insteadOf(SiteSnapshot earlier) {
        return under(earlier.ruling).living(live.withEventsOf(earlier.live));
    }

    private SiteSnapshot living(LiveState other) {
        return other == live
                ? this
                : new SiteSnapshot(project, structure, devices, users, identifiers, index, ruling, traits, other);
    }

    /** With these threat levels and no others, by groups. */
    SiteSnapshot threatened(java.util.Map<String, ThreatLevel> levels) {
        return living(live.threatened(levels));
    }

    /** After somebody has tried at a device what nobody has. */
    SiteSnapshot failed(String device, Instant at) {
        return living(live.failed(device, at));
    }

    /** The threat level of a group, by its own and those above it. */
    public ThreatLevel threat(String group) {
        return live.threat(structure.groupsFrom(List.of(group)));
    }

    /** After somebody was at a door; nothing for a device or a person that is no longer there. */
    SiteSnapshot passed(Passage passage) {
        Device device = device(passage.device());
        User holder = user(passage.holder());
        return device == null || holder == null
                ? this
                : living(live.with(
                        live.presences().with(passage, device.group(), holder.profile(), project.timeZone())));
    }

    /** After somebody has said that people are not inside. */
    SiteSnapshot forgetting(Forgetting forgetting) {
        return living(live.with(live.presences().with(forgetting, project.timeZone())));
    }

    /** Who counts as inside at an instant, in no particular order. */
    List<Presences.Inside> people(Instant at) {
        return live.presences().people(at, project.timeZone());
    }

    /** Whether a policy asks who has passed where. */
    boolean asksForPasses() {
        return ruling.wanted().live().contains(Live.PASSES);
    }

    /** How many people are in each area at an instant, by the ids of groups; none where no policy asks. */
    public java.util.Map<String, Integer> inside(Instant at) {
        return live.presences().inside(at, project.timeZone());
    }

    private @Nullable LiveFact live(
            DeviceFact device, @Nullable HolderFact holder, @Nullable IdentifierFact identifier, Instant at) {
        Set<Live> wanted = ruling.wanted().live();
        return wanted.isEmpty()
                ? null
                : new LiveFact(
                        wanted.contains(Live.THREAT) ? live.threat(device.groups()) : null,
                        wanted.contains(Live.FAILURES) ? live.failures(device.id()) : null,
                        wanted.contains(Live.PASSES)
                                ? live.presences()
                                        .fact(device.group(), device.id(), holder, identifier, at, project.timeZone())
                                : null);
    }

    /**
     * The same project, whose facts tell as well what a draft asks: for everything that tries one. Who is where at this moment
     * they do not tell, since what is tried is to hold next week.
     */
    public SiteSnapshot asking(WantedFacts more) {
        return under(ruling.rulebook(), ruling.part(), ruling.wanted().and(more), ruling.denials())
                .living(live.with(Presences.NOBODY));
    }

    /** After an identifier has opened a door on a day. */
    SiteSnapshot used(String identifier, LocalDate day) {
        SiteTraits after = traits.used(identifier, day);
        return after == traits
                ? this
                : new SiteSnapshot(project, structure, devices, users, identifiers, index, ruling, after, live);
    }

    private IdentifierIndex reindex(Puts<Identifier> puts) {
        IdentifierIndex result = index;
        for (String removed : puts.removed()) {
            Identifier old = identifier(removed);
            result = old == null ? result : result.without(old);
        }
        List<Identifier> revalued =
                puts.changed().stream().filter(this::hasOtherValue).toList();
        for (Identifier changed : revalued) {
            Identifier old = identifier(changed.id());
            result = old == null ? result : result.without(old);
        }
        for (Identifier changed : revalued) {
            result = result.with(changed);
        }
        for (Identifier added : puts.added()) {
            result = result.with(added);
        }
        return result;
    }

    private boolean hasOtherValue(Identifier changed) {
        Identifier old = identifier(changed.id());
        return old == null || old.type() != changed.type() || !old.value().equals(changed.value());
    }

    SiteSnapshot withPassesUsed(String identifierId, int used) {
        Identifier old = identifier(identifierId);
        if (old == null || old.passesUsed() == used) {
            return this;
        }
        return new SiteSnapshot(
                project,
                structure,
                devices,
                users,
                identifiers.put(identifierId, old.withPassesUsed(used)),
                index,
                ruling,
                traits,
                live);
    }

    /** All that a decision about this request rests on. The device is one of this project. */
    AccessFacts gather(AccessRequest request, Device device) {
        String id = index.find(request.type(), request.value());
        Identifier identifier = id == null ? null : identifier(id);
        User owner = identifier == null ? null : user(identifier.user());
        if (identifier == null || owner == null) {
            return facts(request, device, null, null, List.of(), 0);
        }
        return facts(request, device, identifier, owner);
    }

    /** What is known at a device before anything is presented: which rules decide there, and what goes on. */
    public AccessFacts at(Device device, Instant at) {
        AccessRequest nothing = new AccessRequest(device.serial(), null, null, IdentifierType.CARD, "", at);
        return facts(nothing, device, null, null, List.of(), 0);
    }

    /**
     * All that a decision would rest on if an identifier were presented now or at another time.
     *
     * @return null when the project has no such identifier
     */
    public @Nullable AccessFacts facts(
            String id, Device device, @Nullable String accessPoint, @Nullable Integer lock, Instant at) {
        Identifier identifier = identifier(id);
        User owner = identifier == null ? null : user(identifier.user());
        if (identifier == null || owner == null) {
            return null;
        }
        AccessRequest request =
                new AccessRequest(device.serial(), accessPoint, lock, identifier.type(), identifier.value(), at);
        return facts(request, device, identifier, owner);
    }

    /**
     * Who presents an identifier, without a door: what policies ask of a holder can be asked of these facts.
     *
     * @return null when the project has no such identifier
     */
    public @Nullable AccessFacts presented(String id, Instant at) {
        return presented(id, at, clock(at));
    }

    private @Nullable AccessFacts presented(String id, Instant at, @Nullable ClockFact clock) {
        Identifier identifier = identifier(id);
        User owner = identifier == null ? null : user(identifier.user());
        return identifier == null || owner == null
                ? null
                : new AccessFacts(
                        at,
                        null,
                        null,
                        identifier.type(),
                        null,
                        fact(identifier),
                        fact(owner),
                        List.of(),
                        0,
                        clock,
                        null);
    }

    /**
     * Somebody, somewhere, at an instant, without a request: for decisions about something else than doors.
     *
     * @param person id of whom it is about; null or one whom there is not is nobody
     * @param guest for whom a pass of theirs is; null when it is about none
     * @param type of that pass; else any
     * @param device id of where it is; null or one that there is not is nowhere
     */
    public AccessFacts about(
            @Nullable String person,
            @Nullable GuestKind guest,
            IdentifierType type,
            @Nullable String device,
            Instant at) {
        User owner = person == null ? null : user(person);
        Device where = device == null ? null : device(device);
        return new AccessFacts(
                at,
                null,
                null,
                type,
                where == null ? null : fact(where),
                owner == null ? null : new IdentifierFact("", null, null, null, 0, false, false, guest),
                owner == null ? null : fact(owner),
                List.of(),
                0,
                clock(at),
                ruling.rulebook(),
                structure.states(ruling.wanted().schedules(), at),
                null);
    }

    private AccessFacts facts(AccessRequest request, Device device, Identifier identifier, User owner) {
        AccessStructure.Held held = structure.held(identifier, owner, device, request.at());
        HolderFact holder = fact(owner);
        return facts(request, device, fact(identifier), holder, held.here(), held.elsewhere());
    }

    private HolderFact fact(User owner) {
        return new HolderFact(
                owner.id(),
                owner.profile(),
                owner.suspended(),
                structure.groupsFrom(owner.groups()),
                structure.typesOf(owner.groups()),
                isFamily(owner.id()),
                traits.ofPerson(owner.id()).marker());
    }

    /**
     * Somebody who may not be here yet.
     *
     * @param profile empty is nobody's in particular
     * @param groups ids of those that they belong to, without those above
     */
    public HolderFact somebody(String profile, List<String> groups, boolean family, @Nullable String marker) {
        return new HolderFact(
                "", profile, false, structure.groupsFrom(groups), structure.typesOf(groups), family, marker);
    }

    /** The schedules that policies name, as they are at an instant. */
    public List<AccessFacts.ScheduleFact> askedSchedules(Instant at) {
        return structure.states(ruling.wanted().schedules(), at);
    }

    /** Whoever outlives their main user is in nobody's family. */
    private boolean isFamily(String person) {
        String main = traits.ofPerson(person).mainUser();
        return main != null && users.containsKey(main);
    }

    /**
     * The restrictions by which an identifier may be let in somewhere, by their ids, and whom each is granted to: as in a
     * decision, those only that can count in one.
     */
    public SortedMap<String, List<AccessFacts.Via>> usable(String id) {
        Identifier identifier = identifier(id);
        User owner = identifier == null ? null : user(identifier.user());
        return identifier == null || owner == null ? new TreeMap<>() : structure.usable(identifier, owner);
    }

    /** The restrictions that a person has with any identifier of their own, by their ids, and whom each is granted to. */
    public SortedMap<String, List<AccessFacts.Via>> heldBy(User person) {
        return structure.heldBy(person);
    }

    /** Ids of the restrictions that are granted to an identifier itself, sorted, whether or not they can count. */
    public List<String> grantedTo(String identifier) {
        return structure.grantedTo(identifier);
    }

    /** Ids of a person's groups, each followed by those above it, none twice. */
    public List<String> groupsOf(User person) {
        return structure.groupsFrom(person.groups());
    }

    /** The directions that restrictions tell from each other at a device, sorted. Goes through all restrictions. */
    public List<String> directionsOf(String device) {
        SortedSet<String> directions = new TreeSet<>();
        structure.restrictions(restriction -> {
            restriction.lines().stream()
                    .filter(line -> line.device().equals(device))
                    .map(RestrictionLine::accessPoint)
                    .filter(Objects::nonNull)
                    .forEach(directions::add);
            return false;
        });
        return List.copyOf(directions);
    }

    public Iterable<ObjectGroup> groups() {
        return structure.groups().all();
    }

    /** Ids of groups, each followed by those above it, none twice. */
    public List<String> groupsFrom(List<String> groups) {
        return structure.groupsFrom(groups);
    }

    /** Ids of the restrictions that are as asked for. Goes through them all. */
    public Set<String> restrictions(Predicate<AccessRestriction> asked) {
        return structure.restrictions(asked);
    }

    /** Whom any of these restrictions is granted to. Goes through all grants. */
    public Set<GrantTarget> holders(Set<String> restrictions) {
        return structure.holders(restrictions);
    }

    /** These groups and all below them. Goes through all groups. */
    public Set<String> within(Set<String> groups) {
        return structure.groups().within(groups);
    }

    /** Where somebody with these identifiers may ask for a way in; nowhere when there is no such person. */
    Collection<AccessStructure.Place> places(String person, Collection<String> carried) {
        User owner = user(person);
        return owner == null ? List.of() : structure.places(owner, carried);
    }

    /** Where a guest with this identifier may ask for a way in. */
    Collection<AccessStructure.Place> guestPlaces(String identifier) {
        return structure.places(identifier);
    }

    /** When somebody with these identifiers may open what; nothing when there is no such person or they are suspended. */
    java.util.Map<AccessStructure.Opening, Set<String>> openings(String person, Collection<String> carried) {
        User owner = user(person);
        return owner == null || owner.suspended()
                ? java.util.Map.of()
                : structure.openings(owner, carried, this::locks);
    }

    /** When a guest identifier may open what. */
    java.util.Map<AccessStructure.Opening, Set<String>> guestOpenings(String identifier) {
        Identifier guest = identifier(identifier);
        User owner = guest == null ? null : user(guest.user());
        return owner == null || owner.suspended()
                ? java.util.Map.of()
                : structure.guestOpenings(owner, identifier, this::locks);
    }

    /**
     * What an identifier opens at which devices, by their ids, whenever that may be: the same grants as in a decision, without
     * the time, and without what the rules in force always deny. Nothing for one that no decision would grant anything,
     * whatever the time.
     */
    public SortedMap<String, List<OfflineRight>> offlineRights(String id) {
        Identifier identifier = identifier(id);
        if (identifier == null || !isUsable(identifier)) {
            return new TreeMap<>();
        }
        SortedMap<String, List<OfflineRight>> rights = OfflineRights.of(
                identifier.guest() == null ? openings(identifier.user(), List.of(id)) : guestOpenings(id));
        AccessFacts presented = isDenying() ? presented(id, Instant.EPOCH, null) : null;
        StandingDenials.OfHolder denied =
                presented == null ? null : ruling.denials().of(presented);
        if (denied != null) {
            OfflineRights.leaveOut(rights, denied, device -> fact(Objects.requireNonNull(device(device))));
        }
        return rights;
    }

    /** Whether the rules in force always deny anything to anybody. */
    public boolean isDenying() {
        return ruling.denials() != StandingDenials.NONE;
    }

    /** Whether what the rules in force always deny depends on who belongs to whose family. */
    public boolean deniesByFamily() {
        return ruling.denials().askForFamily();
    }

    /** Names the rules that {@link #offlineRights} minds, the same at every node; empty when there are none. */
    public String denyingRules() {
        PartRuling part = ruling.part();
        String everywhere = Objects.requireNonNullElse(ruling.rulebook(), "");
        return !isDenying() ? "" : part == null ? everywhere : everywhere + " " + part.version() + " " + part.group();
    }

    private static boolean isUsable(Identifier identifier) {
        Integer most = identifier.maxPasses();
        boolean usedUp = most != null && identifier.passesUsed() >= most;
        return IdentifierType.SHOWN.contains(identifier.type())
                && !identifier.revoked()
                && !identifier.suspended()
                && !usedUp;
    }

    private int locks(String id) {
        Device device = device(id);
        return device == null ? 0 : device.locks();
    }

    private AccessFacts facts(
            AccessRequest request,
            Device device,
            @Nullable IdentifierFact identifier,
            @Nullable HolderFact holder,
            List<AccessFacts.GrantFact> grants,
            int elsewhere) {
        DeviceFact door = fact(device);
        return new AccessFacts(
                request.at(),
                request.accessPoint(),
                request.lock(),
                request.type(),
                door,
                identifier,
                holder,
                grants,
                elsewhere,
                clock(request.at()),
                ruling.at(door.groups()),
                structure.states(ruling.wanted().schedules(), request.at()),
                live(door, holder, identifier, request.at()));
    }

    /** A device as decisions know it. */
    public DeviceFact fact(Device device) {
        ObjectGroup group = group(device.group());
        return new DeviceFact(
                device.id(),
                device.serial(),
                device.type(),
                device.group(),
                device.locks(),
                structure.groupsFrom(List.of(device.group())),
                group == null ? null : group.type(),
                device.tags());
    }

    private ClockFact clock(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, project.timeZone());
        Holidays holidays = structure.holidays();
        return new ClockFact(
                project.timeZone(),
                holidays.on(day).isPresent(),
                holidays.on(day.minusDays(1)).isPresent());
    }

    private IdentifierFact fact(Identifier identifier) {
        SiteTraits.OfIdentifier past = traits.of(identifier.id());
        return new IdentifierFact(
                identifier.id(),
                identifier.validFrom(),
                identifier.validUntil(),
                identifier.maxPasses(),
                identifier.passesUsed(),
                identifier.revoked(),
                identifier.suspended(),
                identifier.guest(),
                past == null ? null : past.created(),
                past == null ? null : past.used());
    }

    /** Whether facts that were gathered from an earlier snapshot would be gathered again from this one. */
    boolean tellsTheSame(SiteSnapshot earlier, AccessRequest request, AccessFacts facts) {
        AccessFacts.DeviceFact device = facts.device();
        IdentifierFact identifier = facts.identifier();
        HolderFact holder = facts.holder();
        return structure == earlier.structure
                && ruling.equals(earlier.ruling)
                && device != null
                && (live == earlier.live
                        || Objects.equals(facts.live(), live(device, facts.holder(), facts.identifier(), request.at())))
                && device(device.id()) == earlier.device(device.id())
                && identifier != null
                && identifier(identifier.id()) == earlier.identifier(identifier.id())
                && holder != null
                && user(holder.id()) == earlier.user(holder.id())
                && (traits == earlier.traits && users == earlier.users || areAsTold(identifier, holder))
                && (index == earlier.index || identifier.id().equals(index.find(request.type(), request.value())));
    }

    private boolean areAsTold(IdentifierFact identifier, HolderFact holder) {
        SiteTraits.OfIdentifier past = traits.of(identifier.id());
        return Objects.equals(identifier.created(), past == null ? null : past.created())
                && Objects.equals(identifier.used(), past == null ? null : past.used())
                && Objects.equals(holder.marker(), traits.ofPerson(holder.id()).marker())
                && Objects.equals(holder.family(), isFamily(holder.id()));
    }

    public Project project() {
        return project;
    }

    /** The group that has all others below it. */
    public ObjectGroup root() {
        ObjectGroup any = structure.groups().any();
        List<String> above = above(any.id());
        return above.isEmpty() ? any : Objects.requireNonNull(group(above.getLast()));
    }

    /** Where another version decides than elsewhere; null when none does. */
    public @Nullable PartRuling partRuling() {
        return ruling.part();
    }

    /** Whether policies decide at any of its doors. */
    public boolean isRuled() {
        return ruling.rulebook() != null || ruling.part() != null;
    }

    /** The version of the rulebook in force; null when the shipped rules alone decide. */
    public @Nullable String rulebook() {
        return ruling.rulebook();
    }

    public @Nullable Device device(String id) {
        return devices.getOrElse(id, null);
    }

    /** What people call a device of this site. */
    public String nameOf(Device device) {
        ObjectGroup group = group(device.group());
        return DeviceNames.of(device, group == null ? null : group.name());
    }

    public @Nullable User user(String id) {
        return users.getOrElse(id, null);
    }

    public @Nullable Identifier identifier(String id) {
        return identifiers.getOrElse(id, null);
    }

    public @Nullable ObjectGroup group(String id) {
        return structure.groups().group(id);
    }

    /** Ids of the groups above a group, the nearest first. */
    public List<String> above(String group) {
        List<String> above = new ArrayList<>();
        ObjectGroup next = group(group);
        while (next != null && next.parent() != null) {
            above.add(next.parent());
            next = group(next.parent());
        }
        return above;
    }

    public @Nullable AccessRestriction restriction(String id) {
        return structure.restriction(id);
    }

    public @Nullable Schedule schedule(String id) {
        return structure.schedule(id);
    }

    /** All schedules, in no particular order. */
    public Iterable<Schedule> schedules() {
        return structure.schedules();
    }

    /** The holidays of all calendars together. */
    public Holidays holidays() {
        return structure.holidays();
    }

    /** All devices, in no particular order. */
    public Iterable<Device> devices() {
        return devices.values();
    }

    /** All people, in no particular order. */
    public Iterable<User> users() {
        return users.values();
    }

    /** All identifiers, in no particular order. */
    public Iterable<Identifier> identifiers() {
        return identifiers.values();
    }

    /** How much the project holds. */
    public Counts counts() {
        return new Counts(
                structure.groups().size(),
                structure.restrictionCount(),
                devices.size(),
                users.size(),
                identifiers.size());
    }

    /** How many identifiers were made for guests. Counts them all, so it is for people and not for doors. */
    public int guestPasses() {
        return identifiers.values().count(identifier -> identifier.guest() != null);
    }

    /** Numbers of records. */
    public record Counts(int groups, int restrictions, int devices, int users, int identifiers) {}
}
