package dev.lintel.ui.group;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableBiFunction;
import com.vaadin.flow.function.SerializableFunction;
import dev.lintel.domain.group.GroupNode;
import dev.lintel.domain.group.Groups;
import dev.lintel.domain.permission.Actor;
import dev.lintel.ui.i18n.Messages;
import org.jspecify.annotations.Nullable;

/** Groups as a tree that loads what is opened. The arrow keys walk through it. */
final class GroupTree extends TreeGrid<GroupNode> {
    private static final long serialVersionUID = 1L;

    private final transient Groups groups;
    private final transient Actor actor;
    private final GroupTreeItems items;

    /** @param link makes the component with the name that somebody clicks to get to the group */
    GroupTree(Groups groups, Actor actor, SerializableBiFunction<GroupTree, GroupNode, Component> link) {
        this.groups = groups;
        this.actor = actor;
        this.items = new GroupTreeItems(groups, actor);
        addClassName("group-tree");
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_NO_ROW_BORDERS, GridVariant.LUMO_COMPACT);
        addComponentHierarchyColumn(node -> cell(node, link.apply(this, node)))
                .setKey("name")
                .setFlexGrow(1);
        setDataProvider(items);
        // the first rows come with the page, not when its grid asks for them
        getDataCommunicator().setViewportRange(0, getPageSize());
    }

    /** A column at the end with something to do for each group. */
    void addActions(SerializableFunction<GroupNode, Component> actions) {
        Grid.Column<GroupNode> column = addColumn(new ComponentRenderer<>(actions));
        column.setKey("actions").setFlexGrow(0).setWidth("3.25rem");
    }

    void show(@Nullable Long project) {
        items.show(project);
        if (groups.tops(actor, project).size() == 1) {
            expand(groups.tops(actor, project));
        }
    }

    void refresh() {
        items.refreshAll();
    }

    /** Opens the way to a group and selects it. */
    void reveal(GroupNode node) {
        node.above().stream()
                .flatMap(id -> groups.find(actor, node.project(), id).stream())
                .forEach(this::expand);
        select(node);
    }

    private Component cell(GroupNode node, Component name) {
        Div cell = new Div(name);
        cell.addClassName("group-cell");
        String what = getTranslation(Messages.keyOf(node.group().type()));
        boolean saysItself = node.name().toLowerCase(getLocale()).contains(what.toLowerCase(getLocale()));
        if (!node.isRoot() && !saysItself) {
            Span type = new Span(what);
            type.addClassName("group-type");
            cell.add(type);
        }
        if (node.people() > 0) {
            Span people = new Span(getTranslation("group.people", node.people()));
            people.addClassName("group-type");
            cell.add(people);
        }
        return cell;
    }
}
