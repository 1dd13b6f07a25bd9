package dev.lintel.domain.group;

import dev.lintel.domain.group.GroupRefusedException.Reason;
import java.util.List;

/** A group that is not stored yet, with those below it: what a plan makes, and what can be edited before it is saved. */
public record PlannedGroup(GroupFields fields, List<PlannedGroup> below) {
    /** The most groups that are saved in one go. */
    public static final int MOST = 50_000;

    private static final int DEEPEST = 12;

    public PlannedGroup {
        below = List.copyOf(below);
    }

    /**
     * What levels make: the groups of the first level of each, one level after the other.
     *
     * @throws GroupRefusedException when that would be too many, or an address too high for a panel
     */
    public static List<PlannedGroup> of(List<LevelPlan> levels) {
        long wanted = count(levels, 1);
        if (wanted > MOST) {
            throw new GroupRefusedException(Reason.TOO_MANY, Long.toString(wanted));
        }
        return make(levels);
    }

    private static List<PlannedGroup> make(List<LevelPlan> levels) {
        return levels.stream()
                .flatMap(level ->
                        level.numbers().mapToObj(number -> new PlannedGroup(level.group(number), make(level.below()))))
                .toList();
    }

    /** How many groups levels make; more than {@link #MOST} when it is not worth counting. */
    private static long count(List<LevelPlan> levels, int depth) {
        if (depth > DEEPEST && !levels.isEmpty()) {
            throw new GroupRefusedException(Reason.TOO_DEEP, Integer.toString(depth));
        }
        long sum = 0;
        for (LevelPlan level : levels) {
            sum += level.amount() * (1 + Math.min(count(level.below(), depth + 1), MOST));
        }
        return sum;
    }

    /** How many groups that are, it and those below. */
    public int size() {
        return 1 + size(below);
    }

    public static int size(List<PlannedGroup> groups) {
        return groups.stream().mapToInt(PlannedGroup::size).sum();
    }
}
