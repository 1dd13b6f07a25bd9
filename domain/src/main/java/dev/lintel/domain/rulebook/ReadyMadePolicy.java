package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.schedule.HolidayUse;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Policies that many houses want: each is put in a draft, tuned and published like any other. */
public enum ReadyMadePolicy {
    /** No couriers at night. */
    COURIER_HOURS(
            PolicyEffect.DENY,
            of(Set.of(HolderKind.COURIER), Set.of(), null),
            new PolicyTimes(Set.of(), LocalTime.of(22, 0), LocalTime.of(8, 0), HolidayUse.IGNORED, null, null),
            0),
    /** What nobody has used for a quarter of a year opens nothing. */
    UNUSED_IDENTIFIERS(
            PolicyEffect.DENY, of(Set.of(HolderKind.RESIDENT), Set.of(), 90), PolicyTimes.ALWAYS, 0),
    /** After many wrong codes at a door, no code opens it for a while. */
    CODE_GUESSING(
            PolicyEffect.DENY,
            of(Set.of(), Set.of(IdentifierType.ACCESS_CODE), null),
            PolicyTimes.ALWAYS.in(new PolicyState(Set.of(), new PolicyState.Failures(5, 10))),
            0),
    /** Nobody gets in while the threat level is lockdown, whatever another policy allows. */
    LOCKDOWN(
            PolicyEffect.DENY,
            PolicyHolders.EVERYBODY,
            PolicyTimes.ALWAYS.in(new PolicyState(Set.of(ThreatLevel.LOCKDOWN), null)),
            Policy.HIGHEST_PRIORITY),
    /** Every door opens while the threat level is evacuation. */
    EVACUATION(
            PolicyEffect.EGRESS,
            PolicyHolders.EVERYBODY,
            PolicyTimes.ALWAYS.in(new PolicyState(Set.of(ThreatLevel.EVACUATION), null)),
            0);

    private final PolicyEffect effect;
    private final PolicyHolders holders;
    private final PolicyTimes times;
    private final int priority;

    ReadyMadePolicy(PolicyEffect effect, PolicyHolders holders, PolicyTimes times, int priority) {
        this.effect = effect;
        this.holders = holders;
        this.times = times;
        this.priority = priority;
    }

    private static PolicyHolders of(
            Set<HolderKind> kinds, Set<IdentifierType> identifiers, @Nullable Integer unusedFor) {
        return new PolicyHolders(
                kinds, Set.of(), List.of(), identifiers, List.of(), Set.of(), null, unusedFor);
    }

    /** A new policy of this kind, at every door. */
    public Policy policy(String name, Map<String, String> reasons) {
        return new Policy(
                UUID.randomUUID().toString(), name, effect, holders, PolicyDoors.EVERY, times, priority, reasons);
    }
}
