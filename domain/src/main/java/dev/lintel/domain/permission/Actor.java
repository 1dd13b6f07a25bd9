package dev.lintel.domain.permission;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a service acts. Every service operation that people or programs can reach takes one and asks it first.
 *
 * @param name login of the account, or login and name of the API token
 * @param account number of the account; null is the server itself
 * @param membership where the person belongs; null is somebody who works for the server as a whole
 * @param from where the wish came from, for the audit: a network address, or null for the server itself
 */
public record Actor(
        String name,
        @Nullable Long account,
        Set<Permission> permissions,
        @Nullable Membership membership,
        @Nullable String from) {
    public Actor {
        permissions = Set.copyOf(permissions);
        from = from == null ? null : NetworkAddress.shortest(from);
    }

    /** Somebody who works for the server as a whole, with these permissions. */
    public Actor(String name, Set<Permission> permissions) {
        this(name, null, permissions, null, null);
    }

    /** The server itself: first start, demo, command line of the operator. */
    public static Actor server() {
        return new Actor("server", Set.of(Permission.values()));
    }

    public Actor withPermissions(Set<Permission> held) {
        return new Actor(name, account, held, membership, from);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** @throws PermissionDeniedException if the permission is missing */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new PermissionDeniedException(permission);
        }
    }

    /** Whether the project exists as far as this actor can know. */
    public boolean sees(long project) {
        return membership == null || membership.project() == project || may(Permission.GROUP_VIEW_ALL);
    }

    /** Ids of the projects that are visible; null is every project of the server. */
    public @Nullable Set<Long> projects() {
        return membership == null || may(Permission.GROUP_VIEW_ALL) ? null : Set.of(membership.project());
    }

    /**
     * How far the actor's permissions for one action reach: the permission asked for together with those that differ
     * from it in scope only.
     */
    public Reach reach(Permission permission) {
        return Reach.of(this, permission.action());
    }

    /** As {@link #reach}, for somebody who has to reach something.
     *
     * @throws PermissionDeniedException when it reaches nothing
     */
    public Reach requireReach(Permission permission) {
        Reach reach = reach(permission);
        if (reach instanceof Reach.Nothing) {
            throw new PermissionDeniedException(permission);
        }
        return reach;
    }
}
