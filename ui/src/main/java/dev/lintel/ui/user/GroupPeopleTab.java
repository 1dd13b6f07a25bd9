package dev.lintel.ui.user;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import dev.lintel.domain.group.GroupPage;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.user.GroupMember;
import dev.lintel.domain.user.GroupMembers;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.group.GroupTab;
import org.springframework.core.annotation.Order;

/** The people who belong to a group. */
@org.springframework.stereotype.Component
@Order(30)
class GroupPeopleTab implements GroupTab {
    private final GroupMembers members;

    GroupPeopleTab(GroupMembers members) {
        this.members = members;
    }

    @Override
    public String path() {
        return "people";
    }

    @Override
    public String caption() {
        return "group.peopleTab";
    }

    @Override
    public boolean isFor(Actor actor, GroupPage group) {
        return actor.may(Permission.USER_VIEW) || actor.may(Permission.USER_VIEW_ALL);
    }

    @Override
    public Component content(Actor actor, GroupPage page) {
        Grid<GroupMember> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(GroupMember::name)
                .setHeader(grid.getTranslation("group.name"))
                .setFlexGrow(2);
        grid.addColumn(member -> member.suspended() ? grid.getTranslation("group.suspended") : "");
        grid.setItems(query -> members.of(actor, page.node(), query.getOffset(), query.getLimit()).stream());
        grid.setEmptyStateComponent(
                new EmptyState(grid.getTranslation("group.noPeople"), grid.getTranslation("group.noPeopleText")));
        return grid;
    }
}
