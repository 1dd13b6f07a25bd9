package dev.lintel.routes.rest;

import dev.lintel.domain.group.GroupFields;
import dev.lintel.domain.group.GroupRefusedException;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.group.LevelPlan;
import dev.lintel.domain.group.PlannedGroup;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be generated below a group: by levels, or named one by one as a dry run has shown them. */
record GroupPlanWish(
        @Schema(description = "Id of the group that they go below.") @Nullable
        String parent,

        @Nullable List<Level> levels,
        @Nullable List<Planned> groups) {
    /** Groups of one kind in each group of the level above. */
    @Schema(name = "GroupLevel")
    record Level(
            @Nullable String type,

            @Schema(description = "The name, with # where the number stands.", example = "Building #") @Nullable
            String pattern,

            @Schema(description = "How many; 1 if absent.") @Nullable
            Integer amount,

            @Schema(description = "Number of the first; 1 if absent.") @Nullable
            Integer first,

            @Schema(description = "Logical address of the first; the numbers themselves if absent, none for custom.")
            @Nullable
            Integer firstAddress,

            @Schema(description = "Numbers that are left out.") @Nullable
            List<Integer> exceptions,

            @Nullable List<Level> below) {
        LevelPlan plan(String at) {
            GroupType chosen = Words.choice(at + "type", GroupType.class, type);
            List<LevelPlan> lower = plans(at + "below", below);
            try {
                return new LevelPlan(
                        chosen == null ? GroupType.CUSTOM : chosen,
                        pattern == null ? "" : pattern,
                        amount == null ? 1 : amount,
                        first == null ? 1 : first,
                        firstAddress,
                        exceptions == null ? Set.of() : Set.copyOf(exceptions),
                        lower);
            } catch (GroupRefusedException refused) {
                throw GroupRefusals.in(at, refused);
            }
        }
    }

    /** One group, with those below it. */
    @Schema(name = "PlannedGroup")
    record Planned(
            String type,
            String name,
            @Nullable Integer logicalAddress,
            @Nullable List<Planned> below) {
        static Planned of(PlannedGroup group) {
            GroupFields fields = group.fields();
            return new Planned(
                    WireName.of(fields.type()),
                    fields.name(),
                    fields.logicalAddress(),
                    group.below().stream().map(Planned::of).toList());
        }

        PlannedGroup group(String at) {
            GroupWish wish = new GroupWish(null, type, name, logicalAddress, null, null, null);
            List<PlannedGroup> lower = Planned.groups(at + "below", below);
            try {
                return new PlannedGroup(wish.fields(), lower);
            } catch (GroupRefusedException refused) {
                throw GroupRefusals.in(at, refused);
            }
        }

        private static List<PlannedGroup> groups(String field, @Nullable List<Planned> all) {
            List<PlannedGroup> made = new ArrayList<>();
            for (Planned one : all == null ? List.<Planned>of() : all) {
                made.add(one.group(field + "[" + made.size() + "]."));
            }
            return made;
        }
    }

    /** The tree that is wished for. */
    List<PlannedGroup> tree() {
        if (levels != null && groups != null) {
            throw new RefusedException("levels", "and groups cannot both be given");
        }
        return groups == null ? PlannedGroup.of(plans("levels", levels)) : Planned.groups("groups", groups);
    }

    private static List<LevelPlan> plans(String field, @Nullable List<Level> levels) {
        List<LevelPlan> plans = new ArrayList<>();
        for (Level level : levels == null ? List.<Level>of() : levels) {
            plans.add(level.plan(field + "[" + plans.size() + "]."));
        }
        return plans;
    }
}
