package dev.lintel.routes.rest;

import dev.lintel.domain.site.GroupDeletion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes with a group. */
@Schema(name = "GroupDeletion")
record GroupDeletionView(
        String id,
        String name,

        @Schema(description = "Whether it is done, and not only said.")
        boolean deleted,

        @Schema(description = "Whether the whole project goes, with its people and identifiers. Its logs stay.")
        boolean wholeProject,

        int subgroups,

        @Schema(description = "Who loses the group. They stay, unless the whole project goes.")
        Touched people,

        @Schema(description = "How many of them are left without any group.")
        int groupless,

        @Schema(description = "Which devices go.") Touched devices,

        @Schema(description = "How many doors access restrictions lose.")
        int restrictionLines,

        @Schema(description = "How many grants to the groups are withdrawn.")
        int grants,

        @Schema(description = "Names of the policies, in force or in draft, that name one of the groups or devices.")
        List<String> policies,

        @Schema(
                description =
                        "The version of the rules that decides in one of the groups first, and keeps it from being"
                                + " deleted until it is put in force everywhere or taken back; null when none does.")
        @Nullable
        DecidingFirst decidingFirst) {
    /** A version of the rules. */
    @Schema(name = "DecidingFirst")
    record DecidingFirst(
            int version,

            @Schema(description = "What the group in which it decides was called then.")
            String group) {}

    /** Records in number, with the names of the first few. */
    record Touched(int count, List<String> names) {
        static Touched of(GroupDeletion.Touched touched) {
            return new Touched(touched.count(), touched.names());
        }
    }

    static GroupDeletionView of(GroupDeletion plan, boolean deleted) {
        return new GroupDeletionView(
                plan.node().id(),
                plan.node().name(),
                deleted,
                plan.wholeProject(),
                plan.subgroups(),
                Touched.of(plan.people()),
                plan.groupless(),
                Touched.of(plan.devices()),
                plan.restrictionLines(),
                plan.grants(),
                plan.policies(),
                plan.decidingFirst() == null
                        ? null
                        : new DecidingFirst(
                                plan.decidingFirst().version(),
                                plan.decidingFirst().group()));
    }
}
