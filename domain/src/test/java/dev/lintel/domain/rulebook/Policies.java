package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.schedule.HolidayUse;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Policies for tests. */
public final class Policies {
    private Policies() {}

    /** Denies couriers from 22:00 to 08:00. */
    public static Policy couriersAtNight() {
        return new Policy(
                UUID.nameUUIDFromBytes(new byte[] {1}).toString(),
                "Couriers at night",
                PolicyEffect.DENY,
                new PolicyHolders(Set.of(HolderKind.COURIER), Set.of(), List.of(), Set.of()),
                PolicyDoors.EVERY,
                new PolicyTimes(Set.of(), LocalTime.of(22, 0), LocalTime.of(8, 0), HolidayUse.IGNORED, null, null),
                0,
                Map.of("en", "Couriers come by day."));
    }

    /** Keeps residents of a group out of a device for good. */
    public static Policy closed(String group, String device) {
        return new Policy(
                UUID.nameUUIDFromBytes(new byte[] {2}).toString(),
                "Closed",
                PolicyEffect.DENY,
                new PolicyHolders(Set.of(HolderKind.RESIDENT), Set.of(), List.of(group), Set.of()),
                new PolicyDoors(List.of(), Set.of(), List.of(device), Set.of(), null),
                PolicyTimes.ALWAYS,
                0,
                Map.of());
    }
}
