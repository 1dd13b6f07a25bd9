package dev.lintel.domain.user.people;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user as lists show one: with names in place of ids.
 *
 * @param profile id of the profile
 * @param groupIds of the user's own groups
 * @param groups names of these
 * @param marker name of the marker; null without one
 * @param colour of the marker
 */
public record UserRow(
        long project,
        String id,
        String name,
        @Nullable String email,
        String phone,
        String address,
        String profile,
        List<String> groupIds,
        List<String> groups,
        @Nullable String markerId,
        @Nullable String marker,
        @Nullable String colour,
        UserStatus status,
        Instant created) {
    public UserRow {
        groupIds = List.copyOf(groupIds);
        groups = List.copyOf(groups);
    }
}
