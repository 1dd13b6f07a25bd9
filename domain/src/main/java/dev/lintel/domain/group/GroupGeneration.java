package dev.lintel.domain.group;

import dev.lintel.domain.group.GroupRefusedException.Reason;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.wire.NewId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saves many groups at once, all or none. */
@Service
public class GroupGeneration {
    /** Where the bar stands when the groups are checked; the rest is storing them. */
    private static final double CHECKED = 0.1;

    /** What is left then is to put them in force. */
    private static final double STORED = 0.8;

    private final ProjectStore projects;
    private final GroupRows rows;
    private final GroupEdits edits;
    private final GroupNews news;

    GroupGeneration(ProjectStore projects, GroupRows rows, GroupEdits edits, GroupNews news) {
        this.projects = projects;
        this.rows = rows;
        this.edits = edits;
        this.news = news;
    }

    /**
     * Makes a project with a root group and the planned groups below it.
     *
     * @param progress told from 0 to 1 while it works
     * @return the root group
     */
    @Transactional
    public GroupNode asProject(
            Actor actor, GroupFields root, ZoneId timeZone, List<PlannedGroup> planned, DoubleConsumer progress) {
        actor.require(Permission.GROUP_CREATE_ROOT);
        GroupNode made = edits.createRoot(actor, root, timeZone);
        save(actor, made, planned, progress);
        return rows.find(made.project(), made.id()).orElseThrow();
    }

    /**
     * Makes the planned groups below one that is there.
     *
     * @param progress told from 0 to 1 while it works
     * @return the group that they are below; empty when there is no such group to see
     * @throws GroupRefusedException when they cannot be stored
     */
    @Transactional
    public Optional<GroupNode> below(
            Actor actor, long project, String parent, List<PlannedGroup> planned, DoubleConsumer progress) {
        return projects.lock(project)
                .flatMap(locked -> rows.find(project, parent))
                .filter(node -> GroupReach.sees(actor, node))
                .map(node -> {
                    if (!GroupReach.mayAdd(actor, node)) {
                        throw new PermissionDeniedException(Permission.GROUP_CREATE_DESCENDANT);
                    }
                    save(actor, node, planned, progress);
                    return rows.find(project, parent).orElseThrow();
                });
    }

    private void save(Actor actor, GroupNode parent, List<PlannedGroup> planned, DoubleConsumer progress) {
        int size = PlannedGroup.size(planned);
        if (size == 0) {
            throw new GroupRefusedException(Reason.NOTHING_TO_SAVE, "0");
        }
        if (size > PlannedGroup.MOST) {
            throw new GroupRefusedException(Reason.TOO_MANY, Integer.toString(size));
        }
        List<ObjectGroup> groups = new ArrayList<>(size);
        collect(parent.id(), planned, rows.addresses(parent.project(), parent.id()), groups);
        progress.accept(CHECKED);
        AtomicInteger stored = new AtomicInteger();
        news.generated(
                actor,
                parent,
                groups,
                more -> progress.accept(CHECKED + (STORED - CHECKED) * stored.addAndGet(more) / size));
        progress.accept(1);
    }

    /** @param taken who of the siblings has which address */
    private static void collect(
            String parent, List<PlannedGroup> planned, Map<SiblingAddress, String> taken, List<ObjectGroup> into) {
        for (PlannedGroup one : planned) {
            ObjectGroup group = one.fields().group(NewId.next(), parent);
            Integer address = group.logicalAddress();
            if (address != null
                    && group.type().isDialled()
                    && taken.putIfAbsent(new SiblingAddress(group.type(), address), group.name()) != null) {
                throw new GroupRefusedException(Reason.ADDRESS_TAKEN, address + " (" + group.name() + ")");
            }
            into.add(group);
            collect(group.id(), one.below(), new HashMap<>(), into);
        }
    }
}
