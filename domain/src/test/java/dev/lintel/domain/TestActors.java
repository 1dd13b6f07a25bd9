package dev.lintel.domain;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Membership;
import dev.lintel.domain.permission.Permission;
import java.util.Set;

/** People of projects, as services meet them. */
public final class TestActors {
    private TestActors() {}

    /** Somebody whose permissions are good for all of one project. */
    public static Actor ofProject(long project, Permission... permissions) {
        return new Actor(
                "somebody", 0L, Set.of(permissions), new Membership(project, "somebody", Set.of(), true), null);
    }

    /** Somebody who belongs to some groups of a project. */
    public static Actor ofGroups(long project, Set<String> groups, Permission... permissions) {
        return new Actor("somebody", 0L, Set.of(permissions), new Membership(project, "somebody", groups, false), null);
    }

    /** Somebody who works for the server as a whole. */
    public static Actor ofServer(Permission... permissions) {
        return new Actor("somebody", Set.of(permissions));
    }
}
