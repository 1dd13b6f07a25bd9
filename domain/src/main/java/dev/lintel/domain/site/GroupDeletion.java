package dev.lintel.domain.site;

import dev.lintel.domain.group.GroupNode;
import dev.lintel.domain.permission.NamedInRules.DecidingFirst;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes with a group that is deleted.
 *
 * @param wholeProject whether it is a root group, with which all of its project goes, people and identifiers, too
 * @param subgroups how many groups below it go
 * @param people who belongs to one of the groups: they lose that, and go only with the whole project
 * @param groupless how many of them are left without any group
 * @param devices the devices that go
 * @param restrictionLines how many doors restrictions lose
 * @param grants how many grants to the groups are withdrawn
 * @param policies names of the policies, in force or in draft, that name one of the groups or devices
 * @param decidingFirst the version of the rules that decides in one of the groups first, and keeps it from being deleted; null
 *     when none does
 */
public record GroupDeletion(
        GroupNode node,
        boolean wholeProject,
        int subgroups,
        Touched people,
        int groupless,
        Touched devices,
        int restrictionLines,
        int grants,
        List<String> policies,
        @Nullable DecidingFirst decidingFirst) {
    /**
     * Records in numbers and names.
     *
     * @param names of the first few
     */
    public record Touched(int count, List<String> names) {
        private static final int FEW = 5;

        public Touched {
            names = names.stream().limit(FEW).toList();
        }

        static Touched of(List<String> names) {
            return new Touched(names.size(), names);
        }
    }
}
