package dev.lintel.domain.group;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Membership;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.permission.Reach;

/** Which groups somebody may see, add to, edit and delete. */
public final class GroupReach {
    private GroupReach() {}

    /** Who belongs to groups sees these and everything below them. */
    public static Reach view(Actor actor) {
        Reach all = actor.reach(Permission.GROUP_VIEW_ALL);
        Membership home = actor.membership();
        // whose permissions are all taken away is suspended, and sees nothing
        if (!(all instanceof Reach.Nothing)
                || home == null
                || actor.permissions().isEmpty()) {
            return all;
        }
        return home.wholeProject()
                ? new Reach.WholeProject(home.project())
                : new Reach.Part(home.project(), home.groups(), true, true, null);
    }

    /** As {@link #view}, for somebody who has to see some.
     *
     * @throws PermissionDeniedException when there is none to see
     */
    static Reach require(Actor actor) {
        Reach reach = view(actor);
        if (reach instanceof Reach.Nothing) {
            throw new PermissionDeniedException(Permission.GROUP_VIEW_ALL);
        }
        return reach;
    }

    public static boolean sees(Actor actor, GroupNode node) {
        return has(view(actor), node);
    }

    /** Whether groups can be added right below this one. */
    public static boolean mayAdd(Actor actor, GroupNode parent) {
        return has(actor.reach(Permission.GROUP_CREATE_DESCENDANT), parent);
    }

    public static boolean mayEdit(Actor actor, GroupNode node) {
        Membership home = actor.membership();
        boolean own = home != null
                && home.project() == node.project()
                && home.groups().contains(node.id());
        return own && actor.may(Permission.GROUP_EDIT_OWN) || has(actor.reach(Permission.GROUP_EDIT_DESCENDANTS), node);
    }

    /** A group that is somebody's own can be edited by them, but stays where others have put it. */
    public static boolean mayMove(Actor actor, GroupNode node) {
        return !node.isRoot() && has(actor.reach(Permission.GROUP_EDIT_DESCENDANTS), node);
    }

    /** With a root group a project goes; and nobody saws off the branch that they sit on. */
    public static boolean mayDelete(Actor actor, GroupNode node) {
        Reach reach = actor.reach(Permission.GROUP_DELETE);
        if (node.isRoot()) {
            return actor.may(Permission.GROUP_DELETE_ALL);
        }
        return reach instanceof Reach.Part part
                ? has(new Reach.Part(part.project(), part.groups(), false, part.descendants(), null), node)
                : has(reach, node);
    }

    private static boolean has(Reach reach, GroupNode node) {
        return reach.hasGroup(node.project(), node.id(), node.above());
    }
}
