package dev.lintel.domain.group;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.wire.WireName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the features above what becomes of groups: so it is stored, put in force and kept for the audit. */
@Component
public class GroupNews {
    private static final String KIND = "group";

    private final GroupRows rows;
    private final ApplicationEventPublisher events;

    GroupNews(GroupRows rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    void added(Actor by, long project, ObjectGroup group) {
        events.publishEvent(new GroupsChanged(project, List.of(group), List.of(), List.of()));
        events.publishEvent(
                new RecordChanged(by, project, KIND, group.id(), group.name(), Map.of(), fields(project, group)));
    }

    /**
     * @param root what all of them hang below
     * @param stored told again and again how many more are stored
     */
    void generated(Actor by, GroupNode root, List<ObjectGroup> groups, IntConsumer stored) {
        events.publishEvent(new GroupsChanged(root.project(), groups, List.of(), List.of(), stored));
        Map<String, String> generated = Map.of(
                "generatedGroups",
                Integer.toString(groups.size()),
                "firstGroup",
                groups.getFirst().name(),
                "lastGroup",
                groups.getLast().name());
        events.publishEvent(new RecordChanged(by, root.project(), KIND, root.id(), root.name(), Map.of(), generated));
    }

    void changed(Actor by, GroupNode before, ObjectGroup after) {
        Map<String, String> then = fields(before.project(), before.group());
        events.publishEvent(new GroupsChanged(before.project(), List.of(), List.of(after), List.of()));
        events.publishEvent(new RecordChanged(
                by, before.project(), KIND, after.id(), after.name(), then, fields(before.project(), after)));
    }

    /**
     * @param all the group and everything below it
     * @param gone what else goes with it, in numbers, by name of field
     */
    public void removed(Actor by, GroupNode node, List<ObjectGroup> all, Map<String, String> gone) {
        Map<String, String> fields = new TreeMap<>(fields(node.project(), node.group()));
        fields.putAll(gone);
        events.publishEvent(new GroupsChanged(
                node.project(),
                List.of(),
                List.of(),
                all.stream().map(ObjectGroup::id).toList()));
        events.publishEvent(new RecordChanged(by, node.project(), KIND, node.id(), node.name(), fields, Map.of()));
    }

    void renamed(long project) {
        events.publishEvent(new ProjectChanged(project));
    }

    private Map<String, String> fields(long project, ObjectGroup group) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("name", group.name());
        fields.put("type", WireName.of(group.type()));
        if (group.logicalAddress() != null) {
            fields.put("logicalAddress", group.logicalAddress().toString());
        }
        if (!group.description().isEmpty()) {
            fields.put("description", group.description());
        }
        String parent = group.parent();
        if (parent != null) {
            rows.find(project, parent)
                    .ifPresent(above -> fields.put(
                            "parent", above.isRoot() ? above.name() : rows.path(above) + " / " + above.name()));
        }
        return fields;
    }
}
