package dev.lintel.routes.rest;

import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.device.DeviceType;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.rulebook.FamilyRole;
import dev.lintel.domain.rulebook.HolderKind;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyDoors;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.domain.rulebook.PolicyState;
import dev.lintel.domain.rulebook.PolicyTimes;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.wire.Quoted;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A policy as the API has it. Parts that are missing or empty fit everything. */
@Schema(name = "Policy")
record PolicyView(
        @Schema(description = "A UUID, the same from version to version; missing is a new policy.") @Nullable
        String id,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Couriers at night") @Nullable
        String name,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"deny", "allow", "egress", "second-lock", "notify", "count", "flag", "leave"},
                description =
                        "`second-lock` opens lock 2 as well when the door opens; `count` counts requests by days;"
                                + " `flag` marks entries of the log; `leave` only in a row of a table: it keeps the rows below from counting.")
        @Nullable
        String effect,

        @Nullable Holders holders,
        @Nullable Doors doors,
        @Nullable Times times,

        @Schema(description = "Counts where one policy denies what another allows; 0 to 100.", example = "0") @Nullable
        Integer priority,

        @Schema(description = "What people at the door are told, by language: en, ru, uk.") @Nullable
        Map<String, String> reasons,

        @Schema(
                description =
                        "Whether devices that are cut off from the server do what it says, and not only less; missing where"
                                + " it is told without the rules that decide with it.",
                accessMode = Schema.AccessMode.READ_ONLY)
        @Nullable
        Boolean enforcedOffline) {

    /** Whom it concerns. */
    @Schema(name = "PolicyHolders")
    record Holders(
            @Schema(description = "resident, guest, courier") @Nullable
            List<String> kinds,

            @Schema(description = "Names of profiles.") @Nullable
            List<String> profiles,

            @Schema(description = "Ids of groups; those below belong to them.") @Nullable
            List<String> groups,

            @Schema(
                    description = "What one of the groups stands for that the owner belongs to, without those above.",
                    example = "[\"apartment\"]")
            @Nullable
            List<String> groupTypes,

            @Schema(description = "Types of identifiers.") @Nullable
            List<String> identifiers,

            @Schema(description = "Ids of markers, of which the owner has one.") @Nullable
            List<String> markers,

            @Schema(description = "main: main users and who has no family here; member: whom one took in") @Nullable
            List<String> family,

            @Schema(description = "The identifier is known for so many days or more, 1 to 3650.", example = "365")
            @Nullable
            Integer olderThan,

            @Schema(
                    description = "The identifier has opened nothing for so many days or more, 1 to 3650.",
                    example = "90")
            @Nullable
            Integer unusedFor) {}

    /** At which doors. */
    @Schema(name = "PolicyDoors")
    record Doors(
            @Schema(description = "Ids of groups; those below belong to them.") @Nullable
            List<String> groups,

            @Schema(description = "What the group of the door stands for.") @Nullable
            List<String> groupTypes,

            @Schema(description = "Ids of devices.") @Nullable
            List<String> devices,

            @Nullable List<String> deviceTypes,

            @Schema(description = "The direction, as a request names it; missing is every one.", example = "in")
            @Nullable
            String accessPoint,

            @Schema(description = "Tags in lower case, of which the device has one.") @Nullable
            List<String> tags,

            @Schema(description = "Whether it leaves those alone who go out: directions `out` and `exit`.") @Nullable
            Boolean sparesWayOut) {}

    /** When, by the clock of the project. */
    @Schema(name = "PolicyTimes")
    record Times(
            @Schema(description = "monday to sunday; none is every day") @Nullable
            List<String> days,

            @Schema(example = "22:00") @Nullable String from,

            @Schema(
                    description =
                            "Before from, it is on the next day; the hours belong to the day on which they begin.",
                    example = "08:00")
            @Nullable
            String to,

            @Schema(allowableValues = {"ignored", "excluded", "only"}) @Nullable
            String holidays,

            @Schema(description = "The first day.", example = "2026-12-01") @Nullable
            String since,

            @Schema(description = "The last day.", example = "2027-02-28") @Nullable
            String until,

            @Schema(description = "Ids of schedules of the project, of which one must be open as well.") @Nullable
            List<String> schedules,

            @Schema(description = "In what situation; missing is in every one.") @Nullable
            PolicyStateView state) {}

    /** Without the rules that decide with it. */
    static PolicyView of(Policy policy) {
        return of(policy, null);
    }

    static PolicyView of(Policy policy, @Nullable Boolean enforcedOffline) {
        return new PolicyView(
                policy.id(),
                policy.name(),
                WireName.of(policy.effect()),
                holders(policy.holders()),
                doors(policy.doors()),
                times(policy.times()),
                policy.priority(),
                policy.reasons(),
                enforcedOffline);
    }

    static Holders holders(PolicyHolders holders) {
        return new Holders(
                words(holders.kinds()),
                holders.profiles().stream().sorted().toList(),
                holders.groups(),
                words(holders.groupTypes()),
                words(holders.identifiers()),
                holders.markers(),
                words(holders.family()),
                holders.olderThan(),
                holders.unusedFor());
    }

    static Doors doors(PolicyDoors doors) {
        return new Doors(
                doors.groups(),
                words(doors.groupTypes()),
                doors.devices(),
                words(doors.deviceTypes()),
                doors.accessPoint(),
                doors.tags().stream().sorted().toList(),
                doors.sparesWayOut());
    }

    static Times times(PolicyTimes times) {
        return new Times(
                words(times.days()),
                text(times.from()),
                text(times.to()),
                WireName.of(times.holidays()),
                text(times.since()),
                text(times.until()),
                times.schedules(),
                PolicyStateView.of(times.state()));
    }

    /** @param at where it stands in the body, for the names of fields */
    Policy policy(String at) {
        return new Policy(
                id == null ? UUID.randomUUID().toString() : id,
                Objects.requireNonNullElse(name, ""),
                Objects.requireNonNull(
                        Words.choice(at + "effect", PolicyEffect.class, Words.required(at + "effect", effect))),
                wantedHolders(at, holders),
                wantedDoors(at, doors),
                wantedTimes(at, times),
                Objects.requireNonNullElse(priority, 0),
                Objects.requireNonNullElse(reasons, Map.of()));
    }

    static PolicyHolders wantedHolders(String at, @Nullable Holders wanted) {
        return wanted == null ? PolicyHolders.EVERYBODY : holders(at + "holders.", wanted);
    }

    static PolicyDoors wantedDoors(String at, @Nullable Doors wanted) {
        return wanted == null ? PolicyDoors.EVERY : doors(at + "doors.", wanted);
    }

    static PolicyTimes wantedTimes(String at, @Nullable Times wanted) {
        return wanted == null ? PolicyTimes.ALWAYS : times(at + "times.", wanted);
    }

    private static PolicyHolders holders(String at, Holders wanted) {
        return new PolicyHolders(
                constants(at + "kinds", HolderKind.class, wanted.kinds()),
                Set.copyOf(texts(at + "profiles", wanted.profiles())),
                texts(at + "groups", wanted.groups()),
                constants(at + "groupTypes", GroupType.class, wanted.groupTypes()),
                constants(at + "identifiers", IdentifierType.class, wanted.identifiers()),
                texts(at + "markers", wanted.markers()),
                constants(at + "family", FamilyRole.class, wanted.family()),
                wanted.olderThan(),
                wanted.unusedFor());
    }

    private static PolicyDoors doors(String at, Doors wanted) {
        return new PolicyDoors(
                texts(at + "groups", wanted.groups()),
                constants(at + "groupTypes", GroupType.class, wanted.groupTypes()),
                texts(at + "devices", wanted.devices()),
                constants(at + "deviceTypes", DeviceType.class, wanted.deviceTypes()),
                wanted.accessPoint(),
                Set.copyOf(texts(at + "tags", wanted.tags())),
                Boolean.TRUE.equals(wanted.sparesWayOut()));
    }

    private static PolicyTimes times(String at, Times wanted) {
        HolidayUse holidays = Words.choice(at + "holidays", HolidayUse.class, wanted.holidays());
        return new PolicyTimes(
                constants(at + "days", DayOfWeek.class, wanted.days()),
                read(at + "from", wanted.from(), LocalTime::parse),
                read(at + "to", wanted.to(), LocalTime::parse),
                holidays == null ? HolidayUse.IGNORED : holidays,
                read(at + "since", wanted.since(), LocalDate::parse),
                read(at + "until", wanted.until(), LocalDate::parse),
                texts(at + "schedules", wanted.schedules()),
                wanted.state() == null ? PolicyState.ANY : wanted.state().state(at + "state."));
    }

    static List<String> words(Collection<? extends Enum<?>> constants) {
        return constants.stream().sorted().map(WireName::of).toList();
    }

    static <E extends Enum<E>> Set<E> constants(String field, Class<E> type, @Nullable List<String> words) {
        return texts(field, words).stream()
                .map(word -> Objects.requireNonNull(Words.choice(field, type, word)))
                .collect(Collectors.toUnmodifiableSet());
    }

    static List<String> texts(String field, @Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .map(text -> Words.required(field, text))
                        .distinct()
                        .toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static <T> @Nullable T read(String field, @Nullable String text, Function<String, T> parser) {
        try {
            return text == null ? null : parser.apply(text);
        } catch (DateTimeException wrong) {
            throw new RefusedException(field, Quoted.of(text) + " is none; write it as 22:00 or 2026-12-01");
        }
    }
}
