package dev.lintel.domain.site;

import dev.lintel.domain.device.DeviceNames;
import dev.lintel.domain.group.GroupNews;
import dev.lintel.domain.group.GroupNode;
import dev.lintel.domain.group.GroupReach;
import dev.lintel.domain.group.GroupRefusedException;
import dev.lintel.domain.group.GroupRows;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.NamedInRules.DecidingFirst;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.site.GroupDeletion.Touched;
import dev.lintel.domain.user.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deletes groups with what depends on them, after saying what that is. */
@Service
public class GroupDeletions {
    private final ProjectStore projects;
    private final GroupRows groups;
    private final GroupRemoval removal;
    private final ProjectRemoval projectRemoval;
    private final SiteReader reader;
    private final GroupNews news;

    GroupDeletions(
            ProjectStore projects,
            GroupRows groups,
            GroupRemoval removal,
            ProjectRemoval projectRemoval,
            SiteReader reader,
            GroupNews news) {
        this.projects = projects;
        this.groups = groups;
        this.removal = removal;
        this.projectRemoval = projectRemoval;
        this.reader = reader;
        this.news = news;
    }

    /** What would go with the group; deletes nothing. Empty when there is no such group to see. */
    @Transactional(readOnly = true)
    public Optional<GroupDeletion> plan(Actor actor, long project, String id) {
        return groups.find(project, id)
                .filter(node -> GroupReach.sees(actor, node))
                .map(node -> plan(node, permitted(actor, node)));
    }

    /**
     * Deletes the group, everything below it and what depends on it. Doors know at once. What the logs have of it stays.
     *
     * @param confirmation the name of the group where it is a root group and a whole project goes; else unheeded
     * @return what went; empty when there is no such group to see
     * @throws GroupRefusedException when the name is not given, or a version of the rules decides there first
     */
    @Transactional
    public Optional<GroupDeletion> delete(Actor actor, long project, String id, String confirmation) {
        Optional<GroupNode> found = projects.lock(project)
                .flatMap(locked -> groups.find(project, id))
                .filter(node -> GroupReach.sees(actor, node));
        return found.map(node -> {
            List<ObjectGroup> all = permitted(actor, node);
            GroupDeletion plan = plan(node, all);
            if (plan.wholeProject()) {
                if (!confirmation.strip().equals(node.name())) {
                    throw new GroupRefusedException(GroupRefusedException.Reason.NOT_CONFIRMED, confirmation);
                }
                projectRemoval.remove(actor, node, fields(plan));
            } else {
                refuseDecidingFirst(plan);
                news.removed(actor, node, all, fields(plan));
            }
            return plan;
        });
    }

    private static void refuseDecidingFirst(GroupDeletion plan) {
        DecidingFirst deciding = plan.decidingFirst();
        if (deciding != null) {
            throw new GroupRefusedException(
                    GroupRefusedException.Reason.RULES_DECIDE_FIRST, Integer.toString(deciding.version()));
        }
    }

    private List<ObjectGroup> permitted(Actor actor, GroupNode node) {
        if (!GroupReach.mayDelete(actor, node)) {
            throw new PermissionDeniedException(node.isRoot() ? Permission.GROUP_DELETE_ALL : Permission.GROUP_DELETE);
        }
        return groups.within(node.project(), node.id());
    }

    private GroupDeletion plan(GroupNode node, List<ObjectGroup> all) {
        long project = node.project();
        SiteChange change =
                removal.of(project, all.stream().map(ObjectGroup::id).toList());
        List<User> people = change.users().changed();
        int linesLeft = change.restrictions().changed().stream()
                .mapToInt(restriction -> restriction.lines().size())
                .sum();
        return new GroupDeletion(
                node,
                node.isRoot(),
                all.size() - 1,
                Touched.of(people.stream().map(User::name).toList()),
                (int) people.stream().filter(user -> user.groups().isEmpty()).count(),
                Touched.of(deviceNames(project, all, change.devices().removed())),
                lines(project, change.restrictions().changed()) - linesLeft,
                change.withdrawn().size(),
                node.isRoot() ? List.of() : removal.policies(project, change),
                node.isRoot() ? null : removal.decidingFirst(project, change).orElse(null));
    }

    private int lines(long project, List<AccessRestriction> changed) {
        if (changed.isEmpty()) {
            return 0;
        }
        List<String> ids = changed.stream().map(AccessRestriction::id).toList();
        return reader.restrictions(project).stream()
                .filter(restriction -> ids.contains(restriction.id()))
                .mapToInt(restriction -> restriction.lines().size())
                .sum();
    }

    private List<String> deviceNames(long project, List<ObjectGroup> all, List<String> devices) {
        Map<String, String> names = new TreeMap<>();
        all.forEach(group -> names.put(group.id(), group.name()));
        return reader.devices(project, devices).stream()
                .map(device -> DeviceNames.of(device, names.get(device.group())))
                .toList();
    }

    /** For the audit. */
    private static Map<String, String> fields(GroupDeletion plan) {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "subgroups", Integer.toString(plan.subgroups()),
                "people", Integer.toString(plan.people().count()),
                "devices", Integer.toString(plan.devices().count()),
                "restrictionLines", Integer.toString(plan.restrictionLines()),
                "grants", Integer.toString(plan.grants())));
        if (!plan.policies().isEmpty()) {
            fields.put("policies", String.join(", ", plan.policies()));
        }
        return fields;
    }
}
