package dev.lintel.ui.group;

import com.vaadin.flow.data.provider.hierarchy.AbstractBackEndHierarchicalDataProvider;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery;
import dev.lintel.domain.group.GroupNode;
import dev.lintel.domain.group.Groups;
import dev.lintel.domain.permission.Actor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Feeds a tree of groups with the pages that somebody looks at, and no more. */
final class GroupTreeItems extends AbstractBackEndHierarchicalDataProvider<GroupNode, Void> {
    private static final long serialVersionUID = 1L;

    private final transient Groups groups;
    private final transient Actor actor;
    private @Nullable Long project;

    GroupTreeItems(Groups groups, Actor actor) {
        this.groups = groups;
        this.actor = actor;
    }

    /** @param only null is every project that is there to see */
    void show(@Nullable Long only) {
        project = only;
        refreshAll();
    }

    @Override
    public Object getId(GroupNode node) {
        return node.project() + "/" + node.id();
    }

    @Override
    public boolean hasChildren(GroupNode node) {
        return node.subgroups() > 0;
    }

    @Override
    public int getChildCount(HierarchicalQuery<GroupNode, Void> query) {
        GroupNode parent = query.getParent();
        int count = parent == null
                ? groups.tops(actor, project).size()
                : groups.find(actor, parent.project(), parent.id())
                        .map(GroupNode::subgroups)
                        .orElse(0);
        return Math.max(0, Math.min(query.getLimit(), count - query.getOffset()));
    }

    @Override
    protected Stream<GroupNode> fetchChildrenFromBackEnd(HierarchicalQuery<GroupNode, Void> query) {
        GroupNode parent = query.getParent();
        return parent == null
                ? groups.tops(actor, project).stream().skip(query.getOffset()).limit(query.getLimit())
                : groups.children(actor, parent.project(), parent.id(), query.getOffset(), query.getLimit()).stream();
    }
}
