package dev.lintel.domain.permission;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A role: what the people who have it may do.
 *
 * @param id code of a built-in profile, or an id of the server's making
 * @param project whose profile it is; null for one of the whole server, as the built-in ones are
 * @param available ids of the profiles that its holders may hand out and edit
 * @param version counts its changes, so that nobody overwrites what they have not seen; 0 for built-in ones
 */
public record Profile(
        String id,
        @Nullable Long project,
        String name,
        String description,
        Set<Permission> permissions,
        Set<String> available,
        long version) {
    public Profile {
        permissions = Set.copyOf(permissions);
        available = Set.copyOf(available);
    }

    public boolean isBuiltIn() {
        return BuiltInProfile.ofCode(id).isPresent();
    }
}
