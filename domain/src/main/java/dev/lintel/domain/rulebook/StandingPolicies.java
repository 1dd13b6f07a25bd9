package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.DeviceFact;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.StandingDenials;
import dev.lintel.domain.access.UnknownFactException;
import dev.lintel.domain.access.Way;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the policies of a rulebook always deny. A policy stands when it asks nothing that changes by itself: no time, nothing that
 * goes on, no age. Only such ones are certain to count; all others, and those that cannot be asked, may count or may not. It is
 * denied where it is certain that some policy denies it, and none may open that is stronger.
 */
final class StandingPolicies implements StandingDenials {
    /** Below every priority. */
    private static final int NONE = -1;

    /** Of devices that have been changed meanwhile, too much would be kept. */
    private static final int MOST_DEVICES = 20_000;

    private final List<Table> tables;
    private final boolean family;

    /** Those that hold at a device: all people come to the same few thousand. */
    private final Map<DeviceFact, List<Table>> atDevices = new ConcurrentHashMap<>();

    private StandingPolicies(List<Table> tables) {
        this.tables = tables;
        this.family = tables.stream()
                .flatMap(table -> table.rows().stream())
                .anyMatch(row -> !row.holders().family().isEmpty());
    }

    static StandingDenials of(Rulebook rulebook) {
        List<Table> tables = Stream.concat(
                        rulebook.policies().stream().map(policy -> Table.of(HitPolicy.FIRST, List.of(policy))),
                        rulebook.tables().stream().map(table -> Table.of(table.hit(), table.rows())))
                .filter(Table::matters)
                .toList();
        return tables.stream().anyMatch(Table::denies) ? new StandingPolicies(tables) : StandingDenials.NONE;
    }

    /** Whether it asks nothing that changes by itself. */
    static boolean isStanding(Policy policy) {
        return policy.times().isAlways() && !policy.holders().askForDays();
    }

    @Override
    public @Nullable OfHolder of(AccessFacts presented) {
        boolean any = tables.stream()
                .flatMap(table -> table.rows().stream())
                .anyMatch(row -> row.denies() && row.of(presented) != null);
        return any ? (device, accessPoint) -> deny(presented, device, accessPoint) : null;
    }

    @Override
    public boolean askForFamily() {
        return family;
    }

    private boolean deny(AccessFacts presented, DeviceFact device, @Nullable String accessPoint) {
        List<Table> here = at(device);
        List<Table> theirs = here.isEmpty() ? here : theirs(here, row -> row.of(presented));
        return theirs.stream().anyMatch(Table::denies)
                && directions(theirs, accessPoint).stream().allMatch(direction -> deny(theirs, direction));
    }

    /** What may concern anybody there; nothing where none of it denies. */
    private List<Table> at(DeviceFact device) {
        if (atDevices.size() > MOST_DEVICES) {
            atDevices.clear();
        }
        return atDevices.computeIfAbsent(device, there -> {
            List<Table> here = theirs(tables, row -> row.at(there));
            return here.stream().anyMatch(Table::denies) ? here : List.of();
        });
    }

    /** All that these can tell from each other. */
    private static Set<Direction> directions(List<Table> here, @Nullable String accessPoint) {
        if (accessPoint != null) {
            return Set.of(Direction.of(accessPoint));
        }
        Set<Direction> directions = new LinkedHashSet<>(Direction.NAMED_BY_NONE);
        here.stream()
                .flatMap(table -> table.rows().stream())
                .map(row -> row.policy().doors().accessPoint())
                .filter(name -> name != null)
                .map(Direction::of)
                .forEach(directions::add);
        return directions;
    }

    private static boolean deny(List<Table> here, Direction direction) {
        int denying = NONE;
        int opening = NONE;
        for (Table table : theirs(here, row -> row.in(direction))) {
            List<Row> counting = table.counting();
            denying = Math.max(denying, table.certain(counting) ? leastDenying(counting) : NONE);
            for (Row row : counting) {
                opening = Math.max(opening, row.opening());
            }
        }
        // as in a decision, where of equals the one wins that denies
        return denying != NONE && denying >= opening;
    }

    /** Whichever of them counts; none when one of them does not deny. */
    private static int leastDenying(List<Row> counting) {
        return counting.stream()
                .mapToInt(row -> row.policy().effect() == PolicyEffect.DENY
                        ? row.policy().priority()
                        : NONE)
                .min()
                .orElse(NONE);
    }

    private interface Asked {
        @Nullable
        Row of(Row row);
    }

    private static List<Table> theirs(List<Table> tables, Asked asked) {
        List<Table> theirs = new ArrayList<>();
        for (Table table : tables) {
            List<Row> rows = new ArrayList<>();
            for (Row row : table.rows()) {
                Row left = asked.of(row);
                if (left != null) {
                    rows.add(left);
                }
            }
            if (!rows.isEmpty()) {
                theirs.add(new Table(table.hit(), rows));
            }
        }
        return theirs;
    }

    /** Of these one counts at most; a policy that stands alone is the only row. */
    private record Table(HitPolicy hit, List<Row> rows) {
        static Table of(HitPolicy hit, List<Policy> policies) {
            return new Table(hit, policies.stream().map(Row::of).toList());
        }

        /** Whether it can keep a door shut or open one. */
        boolean matters() {
            return rows.stream().anyMatch(row -> row.policy().effect() == PolicyEffect.DENY || row.opening() != NONE);
        }

        boolean denies() {
            return rows.stream().anyMatch(Row::denies);
        }

        /** Of rows that may all fit, those that may count. */
        List<Row> counting() {
            if (hit == HitPolicy.FIRST) {
                for (int i = 0; i < rows.size(); i++) {
                    if (rows.get(i).standing()) {
                        return rows.subList(0, i + 1);
                    }
                }
            }
            return rows;
        }

        /** Whether one of these counts in any case. Where two fit of which only one may, there is nothing but an error. */
        boolean certain(List<Row> counting) {
            return counting.getLast().standing() && (hit == HitPolicy.FIRST || counting.size() == 1);
        }
    }

    /**
     * A policy as far as it is known by now whether it fits.
     *
     * @param holders whom it may concern sooner or later
     * @param standing whether it is certain that it fits whatever it was asked for by now
     */
    private record Row(Policy policy, PolicyHolders holders, boolean standing) {
        static Row of(Policy policy) {
            return new Row(policy, policy.holders().ofAnyAge(), isStanding(policy));
        }

        @Nullable
        Row of(AccessFacts presented) {
            return when(() -> holders.fit(presented));
        }

        @Nullable
        Row at(DeviceFact device) {
            return when(() -> policy.doors().haveDevice(device));
        }

        @Nullable
        Row in(Direction direction) {
            return when(() -> direction.isOf(policy.doors()));
        }

        private @Nullable Row when(BooleanSupplier fits) {
            try {
                return fits.getAsBoolean() ? this : null;
            } catch (UnknownFactException unknown) {
                return standing ? new Row(policy, holders, false) : this;
            }
        }

        boolean denies() {
            return standing && policy.effect() == PolicyEffect.DENY;
        }

        /** How strongly it may open a door; the way out in danger is stronger than every denial. */
        int opening() {
            return switch (policy.effect()) {
                case ALLOW -> policy.priority();
                case EGRESS -> Integer.MAX_VALUE;
                case DENY, SECOND_LOCK, NOTIFY, COUNT, FLAG, LEAVE -> NONE;
            };
        }
    }

    /**
     * Directions that no policy tells from each other.
     *
     * @param name null is all that no policy names, and none
     * @param out whether they lead out
     */
    private record Direction(@Nullable String name, boolean out) {
        static final List<Direction> NAMED_BY_NONE = List.of(new Direction(null, false), new Direction(null, true));

        static Direction of(String name) {
            return new Direction(name, Way.of(name) == Way.OUT);
        }

        boolean isOf(PolicyDoors doors) {
            return (doors.accessPoint() == null || doors.accessPoint().equals(name)) && !(doors.sparesWayOut() && out);
        }
    }
}
