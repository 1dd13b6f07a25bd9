package dev.lintel.domain.group;

import dev.lintel.domain.group.GroupRefusedException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What people say of a group when they make or edit it.
 *
 * @param name 1 to 200 characters in one line
 * @param logicalAddress 0 to {@value ObjectGroup#HIGHEST_ADDRESS}, or null
 * @param description up to 200 characters in one line; empty when there is nothing to say
 */
public record GroupFields(
        GroupType type, String name, @Nullable Integer logicalAddress, String description) {
    /** As site files have it. */
    public static final int MOST_CHARACTERS = 200;

    /** @throws GroupRefusedException when a field cannot be taken */
    public GroupFields {
        name = name.strip();
        description = description.strip();
        check(name.isEmpty(), Reason.NAME_MISSING, name);
        check(name.length() > MOST_CHARACTERS, Reason.NAME_TOO_LONG, name);
        check(hasControl(name), Reason.NAME_UNPRINTABLE, name);
        check(description.length() > MOST_CHARACTERS, Reason.DESCRIPTION_TOO_LONG, description);
        check(hasControl(description), Reason.DESCRIPTION_UNPRINTABLE, description);
        check(
                logicalAddress != null && (logicalAddress < 0 || logicalAddress > ObjectGroup.HIGHEST_ADDRESS),
                Reason.ADDRESS_OUT_OF_RANGE,
                String.valueOf(logicalAddress));
    }

    ObjectGroup group(String id, @Nullable String parent) {
        return new ObjectGroup(id, parent, type, name, logicalAddress, description);
    }

    private static void check(boolean wrong, Reason reason, String given) {
        if (wrong) {
            throw new GroupRefusedException(reason, given);
        }
    }

    private static boolean hasControl(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }
}
