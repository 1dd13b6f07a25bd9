package dev.lintel.domain.group;

import org.jspecify.annotations.Nullable;

/**
 * A node of a project's tree: the complex, a building, a unit, a floor, an apartment, or anything else.
 *
 * @param id unique in the project
 * @param parent id of the group above, null for the root alone
 * @param logicalAddress number of the building, unit, floor or apartment that a panel dials, if it has one
 */
public record ObjectGroup(
        String id,
        @Nullable String parent,
        GroupType type,
        String name,
        @Nullable Integer logicalAddress) {}
