package dev.lintel.ui.group;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import dev.lintel.domain.group.GroupNode;
import dev.lintel.domain.group.GroupPage;
import dev.lintel.domain.group.Groups;
import dev.lintel.domain.permission.Actor;
import dev.lintel.ui.component.EmptyState;
import org.springframework.core.annotation.Order;

/** The groups right below a group. */
@org.springframework.stereotype.Component
@Order(20)
class SubgroupsTab implements GroupTab {
    private final Groups groups;

    SubgroupsTab(Groups groups) {
        this.groups = groups;
    }

    @Override
    public String path() {
        return "subgroups";
    }

    @Override
    public String caption() {
        return "group.subgroups";
    }

    @Override
    public boolean isFor(Actor actor, GroupPage group) {
        return true;
    }

    @Override
    public Component content(Actor actor, GroupPage page) {
        GroupNode parent = page.node();
        Grid<GroupNode> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addComponentColumn(node -> new Anchor(GroupPageView.address(node), node.name()))
                .setHeader(grid.getTranslation("group.name"))
                .setFlexGrow(2);
        number(grid, "group.address", node -> node.group().logicalAddress());
        number(grid, "group.subgroups", GroupNode::subgroups);
        number(grid, "group.peopleTab", GroupNode::people);
        number(grid, "group.devicesTab", GroupNode::devices);
        grid.setItems(
                query ->
                        groups
                                .children(actor, parent.project(), parent.id(), query.getOffset(), query.getLimit())
                                .stream(),
                query -> parent.subgroups());
        grid.setEmptyStateComponent(
                new EmptyState(grid.getTranslation("group.noSubgroups"), grid.getTranslation("group.noSubgroupsText")));
        return grid;
    }

    private static void number(
            Grid<GroupNode> grid, String header, com.vaadin.flow.function.ValueProvider<GroupNode, ?> value) {
        grid.addColumn(value).setHeader(grid.getTranslation(header)).setTextAlign(ColumnTextAlign.END);
    }
}
