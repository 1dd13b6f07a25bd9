package dev.lintel.rules.reference;

import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.device.DeviceType;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.rulebook.FamilyRole;
import dev.lintel.domain.rulebook.HitPolicy;
import dev.lintel.domain.rulebook.HolderKind;
import dev.lintel.domain.rulebook.Invariant;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyDoors;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.domain.rulebook.PolicyState;
import dev.lintel.domain.rulebook.PolicyTable;
import dev.lintel.domain.rulebook.PolicyTimes;
import dev.lintel.domain.rulebook.Rulebook;
import dev.lintel.domain.rulebook.Situation;
import dev.lintel.domain.schedule.HolidayUse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Policies made by chance that concern much of what happens in a {@link RandomWorld}. */
final class RandomPolicies {
    private static final PolicyEffect[] ALONE = {
        PolicyEffect.DENY,
        PolicyEffect.DENY,
        PolicyEffect.ALLOW,
        PolicyEffect.ALLOW,
        PolicyEffect.NOTIFY,
        PolicyEffect.COUNT,
        PolicyEffect.FLAG,
        PolicyEffect.SECOND_LOCK
    };

    private final Random random;

    RandomPolicies(Random random) {
        this.random = random;
    }

    Rulebook rulebook(int number) {
        List<Policy> policies = new ArrayList<>();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            policies.add(policy(i, ALONE));
        }
        List<PolicyTable> tables = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            List<Policy> rows = new ArrayList<>();
            for (int row = 1 + random.nextInt(4); row > 0; row--) {
                rows.add(policy(row, PolicyEffect.values()));
            }
            tables.add(new PolicyTable(id(), "table </text>" + i, pick(HitPolicy.values()), rows));
        }
        return new Rulebook("1." + number, policies, tables);
    }

    Invariant invariant(int number) {
        return new Invariant(id(), "invariant " + number, pick(Invariant.Kind.values()), holders(), doors(), times());
    }

    String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private Policy policy(int number, PolicyEffect[] effects) {
        if (random.nextInt(3) == 0) {
            return new Policy(
                    id(),
                    "live " + number,
                    pick(effects),
                    PolicyHolders.EVERYBODY,
                    PolicyDoors.EVERY,
                    PolicyTimes.ALWAYS.in(oneState()),
                    random.nextInt(3),
                    Map.of());
        }
        return new Policy(
                id(),
                "policy \"" + number + "\"); end //",
                pick(effects),
                holders(),
                doors(),
                times(),
                random.nextInt(3),
                Map.of("en", "because"));
    }

    PolicyHolders holders() {
        return new PolicyHolders(
                some(4, () -> pick(HolderKind.values())),
                some(6, () -> random.nextInt(3) == 0 ? "guest\"" : "user"),
                List.copyOf(some(4, () -> "g" + random.nextInt(7))),
                some(6, this::groupType),
                some(5, () -> pick(IdentifierType.values())),
                List.copyOf(some(6, () -> "m" + random.nextInt(3))),
                some(6, () -> pick(FamilyRole.values())),
                random.nextInt(6) == 0 ? 1 + random.nextInt(900) : null,
                random.nextInt(6) == 0 ? 1 + random.nextInt(900) : null);
    }

    private GroupType groupType() {
        return random.nextInt(4) == 0 ? GroupType.FLOOR : GroupType.CUSTOM;
    }

    PolicyDoors doors() {
        return new PolicyDoors(
                List.copyOf(some(3, () -> "g" + random.nextInt(7))),
                some(6, this::groupType),
                List.copyOf(some(5, () -> "d" + random.nextInt(3))),
                some(8, () -> random.nextInt(4) == 0 ? DeviceType.MONITOR : DeviceType.PANEL),
                random.nextInt(5) == 0 ? RandomWorld.ACCESS_POINTS.get(random.nextInt(2)) : null,
                some(6, () -> "t" + random.nextInt(3)),
                random.nextInt(5) == 0);
    }

    PolicyTimes times() {
        boolean allDay = random.nextInt(3) == 0;
        LocalTime from = time();
        LocalTime to = time();
        return new PolicyTimes(
                some(3, () -> pick(DayOfWeek.values())),
                allDay || from.equals(to) ? null : from,
                allDay || from.equals(to) ? null : to,
                pick(HolidayUse.values()),
                sometimes(this::day),
                sometimes(this::day),
                List.copyOf(some(4, () -> "s" + random.nextInt(5))),
                state());
    }

    /** One thing that is going on, which then decides alone. */
    private PolicyState oneState() {
        Set<ThreatLevel> any = Set.of();
        return switch (random.nextInt(5)) {
            case 0 -> new PolicyState(any, new PolicyState.Failures(1 + random.nextInt(3), 1 + random.nextInt(60)));
            case 1 ->
                new PolicyState(
                        any,
                        null,
                        new PolicyState.Passback(random.nextBoolean() ? null : 1 + random.nextInt(20)),
                        null,
                        null,
                        null);
            case 2 -> new PolicyState(any, null, null, inside(), null, null);
            case 3 ->
                new PolicyState(
                        any,
                        null,
                        null,
                        null,
                        new PolicyState.Second(pick(PolicyState.Whose.values()), 1 + random.nextInt(300)),
                        null);
            default -> new PolicyState(any, null, null, null, null, new PolicyState.Interlock(1 + random.nextInt(300)));
        };
    }

    private PolicyState state() {
        return new PolicyState(
                some(4, () -> pick(ThreatLevel.values())),
                random.nextInt(6) == 0 ? new PolicyState.Failures(1 + random.nextInt(3), 1 + random.nextInt(60)) : null,
                sometimes(() -> new PolicyState.Passback(random.nextBoolean() ? null : 1 + random.nextInt(20))),
                sometimes(this::inside),
                sometimes(() -> new PolicyState.Second(pick(PolicyState.Whose.values()), 1 + random.nextInt(300))),
                sometimes(() -> new PolicyState.Interlock(1 + random.nextInt(300))));
    }

    private PolicyState.Inside inside() {
        boolean atLeast = random.nextBoolean();
        int count = 1 + random.nextInt(2);
        return new PolicyState.Inside(
                some(2, () -> random.nextInt(3) == 0 ? "guest\"" : "user"),
                atLeast ? count : null,
                atLeast ? null : count);
    }

    /** What may be going on at a door. */
    Situation situation() {
        return new Situation(
                pick(ThreatLevel.values()),
                List.copyOf(some(3, () -> new PolicyState.Failures(1 + random.nextInt(3), 1 + random.nextInt(60)))),
                random.nextBoolean() ? 1 + random.nextInt(30) : null,
                random.nextBoolean() ? Map.of("user", random.nextInt(4), "", random.nextInt(3)) : Map.of(),
                some(2, () -> pick(PolicyState.Whose.values())),
                random.nextInt(3) == 0);
    }

    private LocalTime time() {
        return LocalTime.of(random.nextInt(24), random.nextInt(3) * 15);
    }

    private LocalDate day() {
        long from = RandomWorld.FIRST.getEpochSecond();
        long seconds = RandomWorld.LAST.getEpochSecond() - from;
        return LocalDate.ofInstant(RandomWorld.FIRST.plusSeconds(random.nextLong(seconds)), ZoneOffset.UTC);
    }

    private <T> @Nullable T sometimes(Supplier<T> value) {
        return random.nextInt(6) == 0 ? value.get() : null;
    }

    /** Nothing, but one in so many times one to three of them. */
    private <T> Set<T> some(int of, Supplier<T> value) {
        Set<T> some = new LinkedHashSet<>();
        for (int i = random.nextInt(of) == 0 ? 1 + random.nextInt(3) : 0; i > 0; i--) {
            some.add(value.get());
        }
        return some;
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
