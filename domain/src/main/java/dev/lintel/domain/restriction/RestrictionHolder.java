package dev.lintel.domain.restriction;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who has an access restriction, and by what.
 *
 * @param person id of the user, of a guest identifier the one who made it
 * @param via how they come to it
 * @param group id of the group that it is granted to; null when it is not by a group
 * @param path names of the groups from that one down to the user's; empty when it is not by a group
 * @param identifier id of the identifier that it is granted to; null when it is not by an identifier
 */
public record RestrictionHolder(
        long project,
        String restriction,
        String person,
        String name,
        boolean suspended,
        Via via,
        @Nullable String group,
        String path,
        @Nullable String identifier) {
    /** The way to a restriction. */
    public enum Via {
        GROUP,
        USER,
        IDENTIFIER
    }
}
