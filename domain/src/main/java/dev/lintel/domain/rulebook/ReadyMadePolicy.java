package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.rulebook.PolicyState.Failures;
import dev.lintel.domain.rulebook.PolicyState.Inside;
import dev.lintel.domain.rulebook.PolicyState.Interlock;
import dev.lintel.domain.rulebook.PolicyState.Passback;
import dev.lintel.domain.rulebook.PolicyState.Second;
import dev.lintel.domain.rulebook.PolicyState.Whose;
import dev.lintel.domain.schedule.HolidayUse;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Policies that many houses want: each is put in a draft, tuned and published like any other, and brings the scenarios along
 * that show what it is for.
 */
public enum ReadyMadePolicy {
    /** No couriers at night. */
    COURIER_HOURS(
            PolicyEffect.DENY,
            of(Set.of(HolderKind.COURIER), Set.of(), null),
            PolicyDoors.EVERY,
            new PolicyTimes(Set.of(), LocalTime.of(22, 0), LocalTime.of(8, 0), HolidayUse.IGNORED, null, null),
            0),
    /** What nobody has used for a quarter of a year opens nothing. */
    UNUSED_IDENTIFIERS(
            PolicyEffect.DENY, of(Set.of(HolderKind.RESIDENT), Set.of(), 90), PolicyDoors.EVERY, PolicyTimes.ALWAYS, 0),
    /** After many wrong codes at a door, no code opens it for a while. */
    CODE_GUESSING(
            PolicyEffect.DENY,
            of(Set.of(), Set.of(IdentifierType.ACCESS_CODE), null),
            everyDoorIn(),
            whileIn(new PolicyState(Set.of(), new Failures(5, 10))),
            0),
    /** Who is inside does not go in again: a card is not handed back to the next one. */
    ANTI_PASSBACK(
            PolicyEffect.DENY,
            PolicyHolders.EVERYBODY,
            everyDoorIn(),
            whileIn(new PolicyState(Set.of(), null, new Passback(null), null, null, null)),
            0),
    /** Who goes in twice within a few minutes is let in, and people are told. */
    SOFT_ANTI_PASSBACK(
            PolicyEffect.NOTIFY,
            PolicyHolders.EVERYBODY,
            everyDoorIn(),
            whileIn(new PolicyState(Set.of(), null, new Passback(5), null, null, null)),
            0),
    /** Nobody goes in where it is full. */
    OCCUPANCY_LIMIT(
            PolicyEffect.DENY,
            PolicyHolders.EVERYBODY,
            everyDoorIn(),
            whileIn(new PolicyState(Set.of(), null, null, new Inside(Set.of(), 50, null), null, null)),
            0),
    /** A door opens to two people who present what they have one after the other. */
    TWO_PERSON(
            PolicyEffect.DENY,
            PolicyHolders.EVERYBODY,
            everyDoorIn(),
            whileIn(new PolicyState(Set.of(), null, null, null, new Second(Whose.OTHER_PERSON, 30), null)),
            0),
    /** Guests wait until somebody is inside. */
    FIRST_PERSON_IN(
            PolicyEffect.DENY,
            of(Set.of(HolderKind.GUEST, HolderKind.COURIER), Set.of(), null),
            everyDoorIn(),
            whileIn(new PolicyState(Set.of(), null, null, new Inside(Set.of(), null, 1), null, null)),
            0),
    /** Of the doors of a lock chamber one opens at a time. */
    INTERLOCK(
            PolicyEffect.DENY,
            PolicyHolders.EVERYBODY,
            everyDoorIn(),
            whileIn(new PolicyState(Set.of(), null, null, null, null, new Interlock(10))),
            0),
    /** Nobody gets in while the threat level is lockdown, whatever another policy allows. */
    LOCKDOWN(
            PolicyEffect.DENY,
            PolicyHolders.EVERYBODY,
            everyDoorIn(),
            whileIn(new PolicyState(Set.of(ThreatLevel.LOCKDOWN), null)),
            Policy.HIGHEST_PRIORITY),
    /** Every door opens while the threat level is evacuation. */
    EVACUATION(
            PolicyEffect.EGRESS,
            PolicyHolders.EVERYBODY,
            PolicyDoors.EVERY,
            whileIn(new PolicyState(Set.of(ThreatLevel.EVACUATION), null)),
            0);

    private final PolicyEffect effect;
    private final PolicyHolders holders;
    private final PolicyDoors doors;
    private final PolicyTimes times;
    private final int priority;

    ReadyMadePolicy(PolicyEffect effect, PolicyHolders holders, PolicyDoors doors, PolicyTimes times, int priority) {
        this.effect = effect;
        this.holders = holders;
        this.doors = doors;
        this.times = times;
        this.priority = priority;
    }

    private static PolicyHolders of(
            Set<HolderKind> kinds, Set<IdentifierType> identifiers, @Nullable Integer unusedFor) {
        return new PolicyHolders(
                kinds, Set.of(), List.of(), Set.of(), identifiers, List.of(), Set.of(), null, unusedFor);
    }

    /** Nobody is kept in, whatever happens. */
    private static PolicyDoors everyDoorIn() {
        return new PolicyDoors(List.of(), Set.of(), List.of(), Set.of(), null, Set.of(), true);
    }

    private static PolicyTimes whileIn(PolicyState state) {
        return PolicyTimes.ALWAYS.in(state);
    }

    /** A new policy of this kind, at every door. */
    public Policy policy(String name, Map<String, String> reasons) {
        return new Policy(UUID.randomUUID().toString(), name, effect, holders, doors, times, priority, reasons);
    }
}
