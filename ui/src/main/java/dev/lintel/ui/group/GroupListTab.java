package dev.lintel.ui.group;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import dev.lintel.domain.group.GroupPage;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.listing.ListDescription;
import dev.lintel.ui.listing.RecordList;
import dev.lintel.ui.listing.RecordLists;

/** A tab with the records of a list that belong to a group. Its texts are named by its path. */
public abstract class GroupListTab<T> implements GroupTab {
    private final RecordLists lists;
    private final String path;
    private final Permission permission;

    /** @param permission what it takes to see such records anywhere */
    protected GroupListTab(RecordLists lists, String path, Permission permission) {
        this.lists = lists;
        this.path = path;
        this.permission = permission;
    }

    /** The list, shown under the {@link #address} of the tab. */
    protected abstract ListDescription<T> list(GroupPage group);

    /** The field that says whether a record belongs to a group. */
    protected String field() {
        return "group";
    }

    @Override
    public final String path() {
        return path;
    }

    @Override
    public final String caption() {
        return "group.tab." + path;
    }

    @Override
    public boolean isFor(Actor actor, GroupPage group) {
        return !(actor.reach(permission) instanceof Reach.Nothing);
    }

    @Override
    public final Component content(Actor actor, GroupPage group) {
        UI ui = UI.getCurrentOrThrow();
        RecordList<T> made = lists.of(list(group))
                .within("project", Long.toString(group.node().project()))
                .within(field(), group.node().id())
                .nothingYet(new EmptyState(
                        ui.getTranslation("group.none." + path), ui.getTranslation("group.noneText." + path)));
        furnish(actor, group, made);
        return made;
    }

    /** Adds what can be done here. */
    protected void furnish(Actor actor, GroupPage group, RecordList<T> made) {}
}
