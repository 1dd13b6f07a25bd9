package dev.lintel.domain.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.group.GroupRefusedException.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("GR-3")
class PlannedGroupTest {
    @Test
    void theExampleOfTheManualMakesTwoBuildingsWithSixUnitsThirtyFloorsAndAHundredAndTwentyFlats() {
        LevelPlan flats = level(GroupType.APARTMENT, "Apartment #", 4);
        LevelPlan floors = level(GroupType.FLOOR, "Floor #", 5, flats);
        LevelPlan units = level(GroupType.UNIT, "Unit #", 3, floors);

        List<PlannedGroup> made = PlannedGroup.of(List.of(level(GroupType.BUILDING, "Building #", 2, units)));

        assertThat(PlannedGroup.size(made)).isEqualTo(2 + 6 + 30 + 120);
        assertThat(names(made)).containsExactly("Building 1", "Building 2");
        PlannedGroup floor = made.get(1).below().get(2).below().get(4);
        assertThat(floor.fields()).isEqualTo(new GroupFields(GroupType.FLOOR, "Floor 5", 5, ""));
        assertThat(names(floor.below())).containsExactly("Apartment 1", "Apartment 2", "Apartment 3", "Apartment 4");
    }

    @Test
    void exceptionsAreLeftOutOfNumbersAndOfAddresses() {
        LevelPlan plan = new LevelPlan(GroupType.BUILDING, "Building #", 5, 1, 5, Set.of(4, 90), List.of());

        List<PlannedGroup> made = PlannedGroup.of(List.of(plan));

        assertThat(names(made)).containsExactly("Building 1", "Building 2", "Building 3", "Building 5", "Building 6");
        assertThat(made).extracting(group -> group.fields().logicalAddress()).containsExactly(5, 6, 7, 9, 10);
    }

    @Test
    void groupsThatNobodyDialsGetAnAddressOnlyWhenItIsAskedFor() {
        LevelPlan parking = new LevelPlan(GroupType.CUSTOM, "Parking", 1, 1, null, Set.of(), List.of());
        LevelPlan gates = new LevelPlan(GroupType.CUSTOM, "Gate #", 2, 1, 70, Set.of(), List.of());
        LevelPlan building =
                level(GroupType.BUILDING, "Building #", 1, level(GroupType.UNIT, "Unit #", 2), parking, gates);

        List<PlannedGroup> below = PlannedGroup.of(List.of(building)).getFirst().below();

        assertThat(names(below)).containsExactly("Unit 1", "Unit 2", "Parking", "Gate 1", "Gate 2");
        assertThat(below).extracting(group -> group.fields().logicalAddress()).containsExactly(1, 2, null, 70, 71);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesByNameWhatCannotBe(Reason reason, Runnable plan) {
        assertThatThrownBy(plan::run)
                .isInstanceOfSatisfying(GroupRefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    static Object[][] wrong() {
        return new Object[][] {
            {Reason.PATTERN_MISSING, (Runnable) () -> level(GroupType.UNIT, "  ", 1)},
            {Reason.PATTERN_WITHOUT_NUMBER, (Runnable) () -> level(GroupType.UNIT, "Unit", 2)},
            {Reason.PATTERN_TOO_LONG, (Runnable) () -> level(GroupType.UNIT, "#" + "x".repeat(200), 2)},
            {Reason.AMOUNT_OUT_OF_RANGE, (Runnable) () -> level(GroupType.UNIT, "Unit #", 0)},
            {Reason.AMOUNT_OUT_OF_RANGE, (Runnable) () -> level(GroupType.UNIT, "Unit #", 50_001)},
            {Reason.FIRST_OUT_OF_RANGE, (Runnable) () -> of(GroupType.UNIT, -1, null)},
            {Reason.FIRST_ADDRESS_OUT_OF_RANGE, (Runnable) () -> of(GroupType.UNIT, 1, 10_000)},
            {Reason.ADDRESS_OUT_OF_RANGE, (Runnable) () -> PlannedGroup.of(List.of(of(GroupType.UNIT, 9_999, null)))},
            {Reason.TOO_MANY, (Runnable) () -> PlannedGroup.of(List.of(nested(9, 50_000)))},
            {Reason.TOO_MANY, (Runnable) () -> PlannedGroup.of(List.of(nested(2, 224)))},
            {Reason.TOO_DEEP, (Runnable) () -> PlannedGroup.of(List.of(nested(13, 1)))},
        };
    }

    @Test
    void anyPlanMakesAsManyGroupsAsItSaysEachWithANameAndAnAddressOfItsOwn() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            LevelPlan plan = random(random, 3);
            List<PlannedGroup> made = PlannedGroup.of(List.of(plan));
            assertThat(made).as("seed %s, round %s", seed, round).hasSize(plan.amount());
            check(made, plan);
        }
    }

    private static void check(List<PlannedGroup> made, LevelPlan plan) {
        Set<String> names = new HashSet<>(names(made));
        assertThat(names).hasSize(plan.amount());
        plan.exceptions().forEach(number -> assertThat(names).doesNotContain("G" + number));
        assertThat(made)
                .extracting(group -> group.fields().logicalAddress())
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(java.util.Comparator.naturalOrder());
        int wanted = plan.below().stream().mapToInt(LevelPlan::amount).sum();
        made.forEach(group -> {
            assertThat(group.below()).hasSize(wanted);
            List<PlannedGroup> rest = new ArrayList<>(group.below());
            for (LevelPlan level : plan.below()) {
                List<PlannedGroup> own = rest.subList(0, level.amount());
                check(List.copyOf(own), level);
                own.clear();
            }
        });
    }

    private static LevelPlan random(Random random, int depth) {
        int first = random.nextInt(20);
        Set<Integer> exceptions = new HashSet<>();
        IntStream.range(0, random.nextInt(5)).forEach(i -> exceptions.add(random.nextInt(30)));
        List<LevelPlan> below = IntStream.range(0, depth == 0 ? 0 : random.nextInt(3))
                .mapToObj(i -> random(random, depth - 1))
                .toList();
        Integer address = random.nextBoolean() ? null : random.nextInt(100);
        return new LevelPlan(GroupType.FLOOR, "G#", 1 + random.nextInt(6), first, address, exceptions, below);
    }

    private static LevelPlan nested(int depth, int amount) {
        LevelPlan plan = level(GroupType.CUSTOM, "#", amount);
        for (int i = 1; i < depth; i++) {
            plan = level(GroupType.CUSTOM, "#", amount, plan);
        }
        return plan;
    }

    private static LevelPlan of(GroupType type, int first, @Nullable Integer address) {
        return new LevelPlan(type, "Unit #", 2, first, address, Set.of(), List.of());
    }

    private static LevelPlan level(GroupType type, String pattern, int amount, LevelPlan... below) {
        return new LevelPlan(type, pattern, amount, 1, null, Set.of(), List.of(below));
    }

    private static List<String> names(List<PlannedGroup> groups) {
        return groups.stream().map(group -> group.fields().name()).toList();
    }
}
