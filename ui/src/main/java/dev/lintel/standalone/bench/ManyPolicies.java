package dev.lintel.standalone.bench;

import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.rulebook.HolderKind;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyDoors;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.domain.rulebook.PolicyState;
import dev.lintel.domain.rulebook.PolicyState.Failures;
import dev.lintel.domain.rulebook.PolicyState.Inside;
import dev.lintel.domain.rulebook.PolicyState.Passback;
import dev.lintel.domain.rulebook.PolicyTimes;
import dev.lintel.domain.rulebook.Rulebook;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.site.Site;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A rulebook such as a large complex comes to: each building has its own hours for couriers, guests and its own exceptions. */
final class ManyPolicies {
    private static final PolicyEffect[] EFFECTS = {PolicyEffect.DENY, PolicyEffect.DENY, PolicyEffect.ALLOW};

    private ManyPolicies() {}

    /**
     * @param count how many policies
     * @param live how many of them ask what is going on at the door
     */
    static Rulebook of(Site site, int count, int live) {
        List<String> buildings = site.groups().stream()
                .filter(group -> group.type() == GroupType.BUILDING)
                .map(ObjectGroup::id)
                .toList();
        return new Rulebook(LoadedSite.PROJECT + ".1", of(buildings, count, live));
    }

    /** The same for buildings of which these are the ids. */
    static List<Policy> of(List<String> buildings, int count, int live) {
        List<Policy> policies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String building = buildings.get(i % buildings.size());
            policies.add(new Policy(
                    new UUID(1, i).toString(),
                    "Policy " + (i + 1),
                    EFFECTS[i % EFFECTS.length],
                    who(i),
                    new PolicyDoors(
                            List.of(building),
                            i % 2 == 0 ? Set.of(GroupType.FLOOR) : Set.of(),
                            List.of(),
                            Set.of(),
                            null),
                    when(i, i < live),
                    i % 10,
                    Map.of("en", "Because of rule " + (i + 1))));
        }
        return policies;
    }

    private static PolicyHolders who(int number) {
        HolderKind kind = HolderKind.values()[number % HolderKind.values().length];
        return new PolicyHolders(EnumSet.of(kind), Set.of(), List.of(), Set.of());
    }

    private static PolicyTimes when(int number, boolean live) {
        LocalTime from = LocalTime.of(20 + number % 4, 0);
        LocalTime to = LocalTime.of(5 + number % 4, 30);
        PolicyTimes times = new PolicyTimes(
                number % 5 == 0 ? EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY) : Set.of(),
                from,
                to,
                number % 7 == 0 ? HolidayUse.EXCLUDED : HolidayUse.IGNORED,
                null,
                null);
        return live ? PolicyTimes.ALWAYS.in(state(number)) : times;
    }

    private static PolicyState state(int number) {
        return switch (number % 4) {
            case 0 -> new PolicyState(Set.of(ThreatLevel.LOCKDOWN), null);
            case 1 -> new PolicyState(Set.of(), new Failures(5, 10));
            case 2 -> new PolicyState(Set.of(), null, new Passback(5), null, null, null);
            default -> new PolicyState(Set.of(), null, null, new Inside(Set.of(), 50, null), null, null);
        };
    }
}
