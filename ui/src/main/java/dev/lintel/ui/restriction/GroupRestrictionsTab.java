package dev.lintel.ui.restriction;

import com.vaadin.flow.component.UI;
import dev.lintel.domain.group.GroupPage;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.restriction.GroupGrant;
import dev.lintel.domain.restriction.GroupGrants;
import dev.lintel.ui.group.GroupListTab;
import dev.lintel.ui.listing.ListColumn;
import dev.lintel.ui.listing.ListDescription;
import dev.lintel.ui.listing.RecordLists;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the people of a group may open, and whence they have it. */
@Component
@Order(50)
class GroupRestrictionsTab extends GroupListTab<GroupGrant> {
    private final GroupGrants grants;

    GroupRestrictionsTab(RecordLists lists, GroupGrants grants) {
        super(lists, "restrictions", Permission.ACCESS_RESTRICTION_VIEW);
        this.grants = grants;
    }

    @Override
    protected ListDescription<GroupGrant> list(GroupPage page) {
        UI ui = UI.getCurrentOrThrow();
        String here = page.node().id();
        List<ListColumn<GroupGrant>> columns = List.of(
                ListColumn.of("name", GroupGrant::name).grow(3),
                ListColumn.of("schedules", GroupGrant::schedules),
                ListColumn.<GroupGrant>of("doors", GroupGrant::doors).grow(1),
                ListColumn.of(
                        "origin",
                        grant -> grant.origin().equals(here)
                                ? ui.getTranslation("grant.here")
                                : ui.getTranslation("grant.above", grant.originName())));
        return ListDescription.of(
                        address(page), "grant", grants, grant -> grant.restriction() + "/" + grant.origin(), columns)
                .searching("name");
    }
}
