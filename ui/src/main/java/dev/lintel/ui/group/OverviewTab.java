package dev.lintel.ui.group;

import com.vaadin.flow.component.Component;
import dev.lintel.domain.group.GroupPage;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.permission.Actor;
import dev.lintel.ui.component.Facts;
import dev.lintel.ui.i18n.Messages;
import org.springframework.core.annotation.Order;

/** What is said of a group, and what there is in it. */
@org.springframework.stereotype.Component
@Order(10)
class OverviewTab implements GroupTab {
    @Override
    public String path() {
        return "overview";
    }

    @Override
    public String caption() {
        return "group.overview";
    }

    @Override
    public boolean isFor(Actor actor, GroupPage group) {
        return true;
    }

    @Override
    public Component content(Actor actor, GroupPage page) {
        ObjectGroup group = page.node().group();
        Facts facts = new Facts();
        facts.fact("group.type", facts.getTranslation(Messages.keyOf(group.type())));
        facts.fact("group.address", group.logicalAddress() == null ? null : String.valueOf(group.logicalAddress()));
        facts.fact("group.description", group.description());
        facts.fact("group.groupsBelow", facts.getTranslation("number", page.groupsBelow()));
        facts.fact("group.peopleWithin", facts.getTranslation("number", page.peopleWithin()));
        facts.fact("group.devicesWithin", facts.getTranslation("number", page.devicesWithin()));
        return facts;
    }
}
