package dev.lintel.ui.user.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import dev.lintel.domain.group.GroupPage;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.group.GroupTab;
import dev.lintel.ui.listing.RecordLists;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;

/** The people who belong to a group or to one below it. */
@org.springframework.stereotype.Component
@Order(30)
class GroupPeopleTab implements GroupTab {
    private final RecordLists lists;
    private final ObjectProvider<UserColumns> columns;

    GroupPeopleTab(RecordLists lists, ObjectProvider<UserColumns> columns) {
        this.lists = lists;
        this.columns = columns;
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
        return !(actor.reach(Permission.USER_VIEW) instanceof Reach.Nothing);
    }

    @Override
    public Component content(Actor actor, GroupPage page) {
        UI ui = UI.getCurrentOrThrow();
        return lists.of(columns.getObject().list(address(page)))
                .within("project", Long.toString(page.node().project()))
                .within("group", page.node().id())
                .nothingYet(
                        new EmptyState(ui.getTranslation("group.noPeople"), ui.getTranslation("group.noPeopleText")));
    }
}
