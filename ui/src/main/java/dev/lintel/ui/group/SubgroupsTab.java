package dev.lintel.ui.group;

import dev.lintel.domain.group.GroupList;
import dev.lintel.domain.group.GroupNode;
import dev.lintel.domain.group.GroupPage;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.listing.ListColumn;
import dev.lintel.ui.listing.ListDescription;
import dev.lintel.ui.listing.RecordLists;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The groups right below a group. */
@Component
@Order(20)
class SubgroupsTab extends GroupListTab<GroupNode> {
    private final GroupList groups;

    SubgroupsTab(RecordLists lists, GroupList groups) {
        super(lists, "subgroups", Permission.GROUP_VIEW_ALL);
        this.groups = groups;
    }

    /** Whoever sees a group sees what is below it. */
    @Override
    public boolean isFor(Actor actor, GroupPage group) {
        return true;
    }

    @Override
    protected String field() {
        return "parent";
    }

    @Override
    protected ListDescription<GroupNode> list(GroupPage page) {
        List<ListColumn<GroupNode>> columns = List.of(
                ListColumn.of("name", GroupNode::name).grow(3),
                ListColumn.<GroupNode>of("type", node -> node.group().type()),
                ListColumn.<GroupNode>of("address", node -> node.group().logicalAddress()),
                ListColumn.<GroupNode>of("subgroups", GroupNode::subgroups),
                ListColumn.<GroupNode>of("people", GroupNode::people),
                ListColumn.<GroupNode>of("devices", GroupNode::devices),
                ListColumn.<GroupNode>of("description", node -> node.group().description())
                        .hidden());
        return ListDescription.of(address(page), "groups", groups, GroupNode::id, columns)
                .searching("name")
                .leadingTo(GroupPageView::address);
    }
}
