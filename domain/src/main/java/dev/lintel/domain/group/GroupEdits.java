package dev.lintel.domain.group;

import dev.lintel.domain.group.GroupRefusedException.Reason;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.wire.NewId;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, edits and moves groups one by one. What is done is in force at the doors when it returns. */
@Service
public class GroupEdits {
    private final ProjectStore projects;
    private final GroupRows rows;
    private final GroupNews news;

    GroupEdits(ProjectStore projects, GroupRows rows, GroupNews news) {
        this.projects = projects;
        this.rows = rows;
        this.news = news;
    }

    /**
     * Makes a project of this name with its root group.
     *
     * @throws GroupRefusedException when another project has the name
     */
    @Transactional
    public GroupNode createRoot(Actor actor, GroupFields fields, ZoneId timeZone) {
        actor.require(Permission.GROUP_CREATE_ROOT);
        Project project = projects.add(fields.name(), timeZone)
                .orElseThrow(() -> new GroupRefusedException(Reason.PROJECT_NAME_TAKEN, fields.name()));
        ObjectGroup root = fields.group(NewId.next(), null);
        news.added(actor, project.id(), root);
        return rows.find(project.id(), root.id()).orElseThrow();
    }

    /** Makes a group below another; empty when there is no such parent to see. */
    @Transactional
    public Optional<GroupNode> create(Actor actor, long project, String parent, GroupFields fields) {
        return visible(actor, project, parent).map(above -> {
            require(GroupReach.mayAdd(actor, above), Permission.GROUP_CREATE_DESCENDANT);
            ObjectGroup group = fields.group(NewId.next(), parent);
            requireFree(project, group);
            news.added(actor, project, group);
            return rows.find(project, group.id()).orElseThrow();
        });
    }

    /**
     * Changes what is said of a group. With a root group its project is renamed.
     *
     * @param version of the group as the editor saw it
     */
    @Transactional
    public GroupEdited edit(Actor actor, long project, String id, long version, GroupFields fields) {
        GroupNode before = visible(actor, project, id).orElse(null);
        if (before == null) {
            return new GroupEdited.Unknown();
        }
        require(GroupReach.mayEdit(actor, before), Permission.GROUP_EDIT_DESCENDANTS);
        if (before.version() != version) {
            return new GroupEdited.Conflict(before);
        }
        ObjectGroup after = fields.group(id, before.group().parent());
        if (!after.equals(before.group())) {
            requireFree(project, after);
            news.changed(actor, before, after);
            renameWith(before, after);
        }
        return new GroupEdited.Saved(rows.find(project, id).orElseThrow());
    }

    /**
     * Moves a group with everything below it; empty when there is no such group to see.
     *
     * @throws GroupRefusedException when it cannot be there
     */
    @Transactional
    public Optional<GroupNode> move(Actor actor, long project, String id, String to) {
        return visible(actor, project, id).map(node -> {
            if (node.isRoot()) {
                throw new GroupRefusedException(Reason.ROOT_STAYS, to);
            }
            require(GroupReach.mayMove(actor, node), Permission.GROUP_EDIT_DESCENDANTS);
            GroupNode parent = rows.find(project, to)
                    .filter(found -> GroupReach.sees(actor, found))
                    .orElseThrow(() -> new GroupRefusedException(Reason.PARENT_UNKNOWN, to));
            require(GroupReach.mayAdd(actor, parent), Permission.GROUP_CREATE_DESCENDANT);
            if (to.equals(id) || parent.above().contains(id)) {
                throw new GroupRefusedException(Reason.PARENT_BELOW, parent.name());
            }
            ObjectGroup moved = node.group().below(to);
            if (!moved.equals(node.group())) {
                requireFree(project, moved);
                news.changed(actor, node, moved);
            }
            return rows.find(project, id).orElseThrow();
        });
    }

    /** The group as it is once nobody else can edit the project any more: two moves at once could make a ring. */
    private Optional<GroupNode> visible(Actor actor, long project, String id) {
        return projects.lock(project)
                .flatMap(locked -> rows.find(project, id))
                .filter(node -> GroupReach.sees(actor, node));
    }

    private void requireFree(long project, ObjectGroup group) {
        if (group.type().isDialled() && group.logicalAddress() != null && group.parent() != null) {
            rows.holderOf(project, group).ifPresent(holder -> {
                throw new GroupRefusedException(Reason.ADDRESS_TAKEN, String.valueOf(group.logicalAddress()));
            });
        }
    }

    private void renameWith(GroupNode before, ObjectGroup after) {
        if (before.isRoot() && !after.name().equals(before.name())) {
            if (!projects.rename(before.project(), after.name())) {
                throw new GroupRefusedException(Reason.PROJECT_NAME_TAKEN, after.name());
            }
            news.renamed(before.project());
        }
    }

    private static void require(boolean within, Permission permission) {
        if (!within) {
            throw new PermissionDeniedException(permission);
        }
    }
}
