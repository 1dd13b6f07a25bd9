package dev.lintel.ui.user.people;

import dev.lintel.domain.group.GroupPage;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.user.people.UserRow;
import dev.lintel.ui.group.GroupListTab;
import dev.lintel.ui.listing.ListDescription;
import dev.lintel.ui.listing.RecordLists;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The people who belong to a group or to one below it. */
@Component
@Order(30)
class GroupPeopleTab extends GroupListTab<UserRow> {
    private final ObjectProvider<UserColumns> columns;

    GroupPeopleTab(RecordLists lists, ObjectProvider<UserColumns> columns) {
        super(lists, "people", Permission.USER_VIEW);
        this.columns = columns;
    }

    @Override
    protected ListDescription<UserRow> list(GroupPage group) {
        return columns.getObject().list(address(group));
    }
}
