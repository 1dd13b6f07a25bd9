package dev.lintel.domain.group;

import dev.lintel.domain.group.GroupRefusedException.Reason;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How groups of one kind are to be generated below each group of the level above (manual 5.3.2).
 *
 * @param pattern name with {@value #NUMBER} where the number stands: {@code Building #}
 * @param amount how many of them, 1 to {@value PlannedGroup#MOST}
 * @param first number of the first one, 0 to {@value ObjectGroup#HIGHEST_ADDRESS}
 * @param firstAddress logical address of the first one; null is the number itself for a group that panels dial, and none
 *     for any other
 * @param exceptions numbers that are left out; the amount is made all the same
 * @param below what is generated in each of them
 */
public record LevelPlan(
        GroupType type,
        String pattern,
        int amount,
        int first,
        @Nullable Integer firstAddress,
        Set<Integer> exceptions,
        List<LevelPlan> below) {
    /** Stands for the number in a pattern. */
    public static final String NUMBER = "#";

    /** Room for the number. */
    private static final int LONGEST_PATTERN = GroupFields.MOST_CHARACTERS - 10;

    /** @throws GroupRefusedException when a field cannot be taken */
    public LevelPlan {
        pattern = pattern.strip();
        exceptions = Set.copyOf(exceptions);
        below = List.copyOf(below);
        check(pattern.isEmpty(), Reason.PATTERN_MISSING, pattern);
        check(pattern.length() > LONGEST_PATTERN, Reason.PATTERN_TOO_LONG, pattern);
        check(amount < 1 || amount > PlannedGroup.MOST, Reason.AMOUNT_OUT_OF_RANGE, Integer.toString(amount));
        check(first < 0 || first > ObjectGroup.HIGHEST_ADDRESS, Reason.FIRST_OUT_OF_RANGE, Integer.toString(first));
        check(amount > 1 && !pattern.contains(NUMBER), Reason.PATTERN_WITHOUT_NUMBER, pattern);
        check(
                firstAddress != null && (firstAddress < 0 || firstAddress > ObjectGroup.HIGHEST_ADDRESS),
                Reason.FIRST_ADDRESS_OUT_OF_RANGE,
                String.valueOf(firstAddress));
    }

    private static void check(boolean wrong, Reason reason, String given) {
        if (wrong) {
            throw new GroupRefusedException(reason, given);
        }
    }

    /** The numbers of its groups, ascending. */
    IntStream numbers() {
        return IntStream.iterate(first, number -> number + 1)
                .filter(number -> !exceptions.contains(number))
                .limit(amount);
    }

    /** What the group with this number is. Addresses leave out what numbers leave out. */
    GroupFields group(int number) {
        Integer address = firstAddress == null ? number : Integer.valueOf(firstAddress + number - first);
        boolean addressed = type.isDialled() || firstAddress != null;
        return new GroupFields(type, pattern.replace(NUMBER, Integer.toString(number)), addressed ? address : null, "");
    }
}
