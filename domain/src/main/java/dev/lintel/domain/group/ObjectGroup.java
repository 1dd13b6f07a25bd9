package dev.lintel.domain.group;

import org.jspecify.annotations.Nullable;

/**
 * A node of a project's tree: the complex, a building, a unit, a floor, an apartment, or anything else.
 *
 * @param id unique in the project
 * @param parent id of the group above, null for the root alone
 * @param logicalAddress number of the building, unit, floor or apartment that a panel dials, if it has one
 * @param description for people; empty when there is nothing to say
 */
public record ObjectGroup(
        String id,
        @Nullable String parent,
        GroupType type,
        String name,
        @Nullable Integer logicalAddress,
        String description) {
    /** What a panel can dial. */
    public static final int HIGHEST_ADDRESS = 9999;

    /** Without a description. */
    public ObjectGroup(
            String id, @Nullable String parent, GroupType type, String name, @Nullable Integer logicalAddress) {
        this(id, parent, type, name, logicalAddress, "");
    }

    /** The same group below another one. */
    public ObjectGroup below(String other) {
        return new ObjectGroup(id, other, type, name, logicalAddress, description);
    }
}
