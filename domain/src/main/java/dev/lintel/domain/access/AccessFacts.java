package dev.lintel.domain.access;

import dev.lintel.domain.device.DeviceType;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision rests on, and nothing else: deciding the same facts under the same rule version gives the same
 * decision, today and in every later replay. The record is stored with each log entry as JSON.
 *
 * @param at the instant that is decided
 * @param accessPoint as asked; null when not said
 * @param lock as asked; see {@link AccessRequest#lock()}
 * @param type what kind of identifier was presented
 * @param device null when no device has that serial number
 * @param identifier null when the device's project knows no such identifier
 * @param holder the identifier's owner; null exactly when the identifier is null
 * @param grants the holder's restrictions that have a line for this device, in id order
 * @param elsewhere how many more restrictions the holder has, that have no line for this device
 * @param clock the clock and the calendar of the project; null when there is no device, and in facts of before policies
 * @param rulebook the version of the project's rulebook in force, see {@code domain.rulebook}; null when the shipped rules
 *     alone decide
 * @param schedules the schedules that policies name, with their state at the instant; null in facts of before they could
 * @param live what changes from one moment to the next; null where no policy asks, and in facts of before any could
 */
public record AccessFacts(
        Instant at,
        @Nullable String accessPoint,
        @Nullable Integer lock,
        IdentifierType type,
        @Nullable DeviceFact device,
        @Nullable IdentifierFact identifier,
        @Nullable HolderFact holder,
        List<GrantFact> grants,
        int elsewhere,
        @Nullable ClockFact clock,
        @Nullable String rulebook,
        @Nullable List<ScheduleFact> schedules,
        @Nullable LiveFact live) {
    public AccessFacts {
        grants = List.copyOf(grants);
        schedules = schedules == null ? null : List.copyOf(schedules);
    }

    /** Of a request of which no policy asks anything more. */
    public AccessFacts(
            Instant at,
            @Nullable String accessPoint,
            @Nullable Integer lock,
            IdentifierType type,
            @Nullable DeviceFact device,
            @Nullable IdentifierFact identifier,
            @Nullable HolderFact holder,
            List<GrantFact> grants,
            int elsewhere,
            @Nullable ClockFact clock,
            @Nullable String rulebook) {
        this(at, accessPoint, lock, type, device, identifier, holder, grants, elsewhere, clock, rulebook, null, null);
    }

    /** The facts when nothing is known but what was asked. */
    static AccessFacts none(AccessRequest request) {
        return new AccessFacts(
                request.at(),
                request.accessPoint(),
                request.lock(),
                request.type(),
                null,
                null,
                null,
                List.of(),
                0,
                null,
                null);
    }

    /** The same facts at another instant, at which none of them has changed. */
    AccessFacts at(Instant instant) {
        return instant.equals(at)
                ? this
                : new AccessFacts(
                        instant,
                        accessPoint,
                        lock,
                        type,
                        device,
                        identifier,
                        holder,
                        grants,
                        elsewhere,
                        clock,
                        rulebook,
                        schedules,
                        live);
    }

    /** The same request by another holder, or with other rights. */
    public AccessFacts with(
            @Nullable IdentifierFact otherIdentifier, @Nullable HolderFact otherHolder, List<GrantFact> otherGrants) {
        return new AccessFacts(
                at,
                accessPoint,
                lock,
                type,
                device,
                otherIdentifier,
                otherHolder,
                otherGrants,
                elsewhere,
                clock,
                rulebook,
                schedules,
                live);
    }

    /** The same holder with the same identifier somewhere else, at another time, with other rights. */
    public AccessFacts elsewhere(
            DeviceFact where,
            @Nullable String direction,
            Instant when,
            @Nullable ClockFact clockThen,
            List<ScheduleFact> schedulesThen,
            @Nullable LiveFact liveThen,
            List<GrantFact> rights) {
        return new AccessFacts(
                when,
                direction,
                lock,
                type,
                where,
                identifier,
                holder,
                rights,
                elsewhere,
                clockThen,
                rulebook,
                schedulesThen,
                liveThen);
    }

    /** The same facts, that no longer tell who it was: no policy and no rule asks that. What they ask is kept. */
    public AccessFacts withoutPerson() {
        return with(
                identifier == null ? null : identifier.called(""),
                holder == null ? null : holder.called(""),
                grants.stream().map(GrantFact::withoutPerson).toList());
    }

    /** The same facts under another version of the rulebook. */
    public AccessFacts under(@Nullable String version) {
        return new AccessFacts(
                at,
                accessPoint,
                lock,
                type,
                device,
                identifier,
                holder,
                grants,
                elsewhere,
                clock,
                version,
                schedules,
                live);
    }

    /**
     * @param locks how many locks the device has
     * @param groups the group in which it stands, followed by those above it; empty in facts of before policies
     * @param groupType what the group stands for; null in facts of before policies
     * @param tags words that people gave it; null in facts of before there were any
     */
    public record DeviceFact(
            String id,
            String serial,
            DeviceType type,
            String group,
            int locks,
            List<String> groups,
            @Nullable GroupType groupType,
            @Nullable List<String> tags) {
        @SuppressWarnings("NullAway") // facts that an earlier version stored know no groups
        public DeviceFact {
            groups = groups == null ? List.of() : List.copyOf(groups);
            tags = tags == null ? null : List.copyOf(tags);
        }

        /** Of a device about whose place nothing more is known. */
        public DeviceFact(String id, String serial, DeviceType type, String group, int locks) {
            this(id, serial, type, group, locks, List.of(), null, null);
        }
    }

    /**
     * What the instant is by the clock on the wall.
     *
     * @param zone the project's
     * @param holiday whether the day of the instant is a holiday there
     * @param holidayBefore whether the day before was one: what begins in the evening goes on after midnight
     */
    public record ClockFact(ZoneId zone, boolean holiday, boolean holidayBefore) {
        public LocalDateTime read(Instant instant) {
            return LocalDateTime.ofInstant(instant, zone);
        }
    }

    /**
     * The identifier with its state at the moment of asking.
     *
     * @param created the day on which the server learned of it, by the project's clock; null when that is not known, as in
     *     facts of before it was asked
     * @param used the day of its last pass before this one; null is never, where {@code created} is known
     */
    public record IdentifierFact(
            String id,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            @Nullable Integer maxPasses,
            int passesUsed,
            boolean revoked,
            boolean suspended,
            @Nullable GuestKind guest,
            @Nullable LocalDate created,
            @Nullable LocalDate used) {
        /** Of an identifier about whose past nothing is known. */
        public IdentifierFact(
                String id,
                @Nullable Instant validFrom,
                @Nullable Instant validUntil,
                @Nullable Integer maxPasses,
                int passesUsed,
                boolean revoked,
                boolean suspended,
                @Nullable GuestKind guest) {
            this(id, validFrom, validUntil, maxPasses, passesUsed, revoked, suspended, guest, null, null);
        }

        /** The same identifier under another name. */
        IdentifierFact called(String other) {
            return new IdentifierFact(
                    other, validFrom, validUntil, maxPasses, passesUsed, revoked, suspended, guest, created, used);
        }
    }

    /**
     * @param groups the owner's groups, nearest first, each followed by its ancestors; no group twice
     * @param groupTypes what those groups stand for that the owner belongs to without those above, none twice; null in facts
     *     of before that was asked
     * @param family whether the owner belongs to the family of a main user; null in facts of before that was asked
     * @param marker id of the owner's marker; null is none, where {@code family} is known
     */
    public record HolderFact(
            String id,
            String profile,
            boolean suspended,
            List<String> groups,
            @Nullable List<GroupType> groupTypes,
            @Nullable Boolean family,
            @Nullable String marker) {
        public HolderFact {
            groups = List.copyOf(groups);
            groupTypes = groupTypes == null ? null : List.copyOf(groupTypes);
        }

        /** Of somebody about whom nothing more is known. */
        public HolderFact(String id, String profile, boolean suspended, List<String> groups) {
            this(id, profile, suspended, groups, null, null, null);
        }

        /** The same person under another name. */
        HolderFact called(String other) {
            return new HolderFact(other, profile, suspended, groups, groupTypes, family, marker);
        }

        /** The same person, of whom this is known. */
        public HolderFact with(@Nullable Boolean inFamily, @Nullable String marked) {
            return new HolderFact(id, profile, suspended, groups, groupTypes, inFamily, marked);
        }

        /** The same person, who may use what they have. */
        public HolderFact resumed() {
            return new HolderFact(id, profile, false, groups, groupTypes, family, marker);
        }
    }

    /**
     * One restriction that could let the holder through.
     *
     * @param via whom it is granted to, among the identifier, its owner, and the owner's groups with their ancestors
     * @param heldByOwner whether the owner has it (directly or by a group), apart from any grant to the identifier
     * @param lines its lines for this device, at least one
     * @param schedules its schedules with their state at the instant; none means always open
     */
    public record GrantFact(
            String restriction,
            boolean guestUsable,
            boolean heldByOwner,
            List<Via> via,
            List<LineFact> lines,
            List<ScheduleFact> schedules) {
        public GrantFact {
            via = List.copyOf(via);
            lines = List.copyOf(lines);
            schedules = List.copyOf(schedules);
        }

        private GrantFact withoutPerson() {
            List<Via> nobody = via.stream()
                    .map(one -> one.kind() == Via.Kind.GROUP ? one : new Via(one.kind(), ""))
                    .toList();
            return new GrantFact(restriction, guestUsable, heldByOwner, nobody, lines, schedules);
        }
    }

    /** Whom a restriction is granted to. */
    public record Via(Kind kind, String id) {
        public enum Kind {
            IDENTIFIER,
            USER,
            GROUP
        }
    }

    /**
     * @param accessPoint null fits every request
     * @param locks the numbers of the locks that the line opens here, those only that the device has
     */
    public record LineFact(@Nullable String accessPoint, List<Integer> locks) {
        public LineFact {
            locks = List.copyOf(locks);
        }
    }

    /**
     * @param open whether the schedule is open at the instant
     * @param until the next instant at which that may change; null when it never does
     */
    public record ScheduleFact(
            String schedule, boolean open, @Nullable Instant until) {}

    /**
     * Of what changes from one moment to the next, that which policies ask.
     *
     * @param threat the threat level at the device; null where no policy asks
     * @param failures when identifiers that nobody has were tried at the device, the last few of the last hour, the oldest
     *     first; null where no policy asks
     * @param area who has passed at the device and around it; null where no policy asks
     */
    public record LiveFact(
            @Nullable ThreatLevel threat,
            @Nullable List<Instant> failures,
            @Nullable AreaFact area) {
        public LiveFact {
            failures = failures == null ? null : List.copyOf(failures);
        }
    }

    /**
     * Who has passed in the area of a device since four in the morning: at the doors that stand in the same group.
     *
     * @param last when and which way the holder passed last; null is not yet
     * @param inside how many people are inside, by their profiles: those whose last way was in
     * @param otherDoor when another door of the area opened last; null is not yet
     * @param otherPerson when somebody else with a right to it was at this door last; null is not yet
     * @param otherIdentifier when the holder presented another identifier at this door last; null is not yet
     * @param until when all of it is forgotten
     */
    public record AreaFact(
            @Nullable PassFact last,
            Map<String, Integer> inside,
            @Nullable Instant otherDoor,
            @Nullable Instant otherPerson,
            @Nullable Instant otherIdentifier,
            Instant until) {
        public AreaFact {
            inside = Map.copyOf(inside);
        }
    }

    /** When somebody went through a door, and which way. */
    public record PassFact(Way way, Instant at) {}
}
