package dev.lintel.domain.user;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person of a project: resident, cleaner, guard.
 *
 * @param profile name of the profile (role), for example {@code user}
 * @param groups ids of the groups that the person belongs to, in the order given
 * @param suspended a suspended person opens nothing
 */
public record User(
        String id, String name, @Nullable String email, String profile, List<String> groups, boolean suspended) {
    public User {
        groups = List.copyOf(groups);
    }

    public User withGroups(List<String> other) {
        return new User(id, name, email, profile, other, suspended);
    }
}
