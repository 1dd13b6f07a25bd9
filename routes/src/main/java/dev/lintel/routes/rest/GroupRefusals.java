package dev.lintel.routes.rest;

import dev.lintel.domain.group.GroupRefusedException;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.group.PlannedGroup;
import dev.lintel.domain.wire.Quoted;
import dev.lintel.routes.wire.RefusedException;

/** Says in the words of the API why groups were not taken. */
final class GroupRefusals {
    private GroupRefusals() {}

    /** @param at where the group is in the request: {@code levels[0].} */
    static RefusedException in(String at, GroupRefusedException e) {
        String why =
                switch (e.reason()) {
                    case NAME_MISSING, PATTERN_MISSING -> "is missing";
                    case NAME_TOO_LONG, DESCRIPTION_TOO_LONG, PATTERN_TOO_LONG -> "has too many characters";
                    case NAME_UNPRINTABLE, DESCRIPTION_UNPRINTABLE -> "has control characters";
                    case PROJECT_NAME_TAKEN -> "is the name of another project";
                    case ADDRESS_OUT_OF_RANGE, FIRST_OUT_OF_RANGE, FIRST_ADDRESS_OUT_OF_RANGE ->
                        "is not from 0 to " + ObjectGroup.HIGHEST_ADDRESS;
                    case ADDRESS_TAKEN -> "belongs to a sibling of the same type";
                    case PARENT_UNKNOWN -> "is no group of this project";
                    case PARENT_BELOW -> "is the group itself or below it";
                    case ROOT_STAYS -> "cannot be above the root group of a project";
                    case NOT_CONFIRMED -> "is not the name of the group with which its whole project goes";
                    case RULES_DECIDE_FIRST ->
                        "is the version of the rules that decides there first; put it in force everywhere or take it back";
                    case PATTERN_WITHOUT_NUMBER -> "has no # for the number, so all would be called the same";
                    case AMOUNT_OUT_OF_RANGE -> "is not from 1 to " + PlannedGroup.MOST;
                    case TOO_MANY -> "are more groups than the " + PlannedGroup.MOST + " that are saved in one go";
                    case TOO_DEEP -> "is one level too deep";
                    case NOTHING_TO_SAVE -> "groups are nothing to save";
                };
        String given = e.given().isEmpty() ? "" : Quoted.of(e.given()) + " ";
        return new RefusedException(at + e.reason().field(), given + why);
    }
}
