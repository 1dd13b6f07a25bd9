package dev.lintel.ui.restriction;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import dev.lintel.domain.group.GroupPage;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.restriction.GroupGrant;
import dev.lintel.domain.restriction.GroupGrants;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.group.GroupTab;
import org.springframework.core.annotation.Order;

/** What the people of a group may open, and whence they have it. */
@org.springframework.stereotype.Component
@Order(50)
class GroupRestrictionsTab implements GroupTab {
    private final GroupGrants grants;

    GroupRestrictionsTab(GroupGrants grants) {
        this.grants = grants;
    }

    @Override
    public String path() {
        return "restrictions";
    }

    @Override
    public String caption() {
        return "group.restrictions";
    }

    @Override
    public boolean isFor(Actor actor, GroupPage group) {
        return actor.may(Permission.ACCESS_RESTRICTION_VIEW) || actor.may(Permission.ACCESS_RESTRICTION_VIEW_ALL);
    }

    @Override
    public Component content(Actor actor, GroupPage page) {
        Grid<GroupGrant> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(GroupGrant::restriction)
                .setHeader(grid.getTranslation("group.restriction"))
                .setFlexGrow(2);
        grid.addColumn(grant -> String.join(", ", grant.schedules())).setHeader(grid.getTranslation("group.schedules"));
        grid.addColumn(GroupGrant::doors)
                .setHeader(grid.getTranslation("group.doors"))
                .setTextAlign(ColumnTextAlign.END);
        grid.addColumn(grant -> grant.group().equals(page.node().id())
                        ? grid.getTranslation("group.grantedHere")
                        : grid.getTranslation("group.grantedAbove", grant.groupName()))
                .setHeader(grid.getTranslation("group.origin"));
        grid.setItems(grants.of(actor, page.node()));
        grid.setEmptyStateComponent(new EmptyState(
                grid.getTranslation("group.noRestrictions"), grid.getTranslation("group.noRestrictionsText")));
        return grid;
    }
}
