package dev.lintel.domain.permission;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a service acts. Every service operation that people or programs can reach takes one and asks it first.
 *
 * @param name login of the account, or the name of the API token
 * @param projects ids of the projects that are visible; null is every project of the server
 */
public record Actor(
        String name, Set<Permission> permissions, @Nullable Set<Long> projects) {
    public Actor {
        permissions = Set.copyOf(permissions);
        projects = projects == null ? null : Set.copyOf(projects);
    }

    /** The server itself: first start, demo, command line of the operator. */
    public static Actor server() {
        return new Actor("server", Set.of(Permission.values()), null);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Whether the project exists as far as this actor can know. */
    public boolean sees(long project) {
        return projects == null || projects.contains(project);
    }

    /** @throws PermissionDeniedException if the permission is missing */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new PermissionDeniedException(permission);
        }
    }
}
