package dev.lintel.ui.group;

import com.vaadin.flow.component.Component;
import dev.lintel.domain.group.GroupPage;
import dev.lintel.domain.permission.Actor;

/**
 * A tab of the page of a group. Each feature adds its own as a bean in its own package; {@code @Order} says where it
 * stands.
 */
public interface GroupTab {
    /** What stands in the address: one word in lower case. */
    String path();

    /** Key of its caption. */
    String caption();

    /** Whether this group has it, for this person. What somebody may not do is absent. */
    boolean isFor(Actor actor, GroupPage group);

    /** Where it is shown. */
    default String address(GroupPage group) {
        return GroupPageView.address(group.node()) + "/" + path();
    }

    /** Made anew each time that it is shown. */
    Component content(Actor actor, GroupPage group);
}
