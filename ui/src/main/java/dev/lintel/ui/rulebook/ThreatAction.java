package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.lintel.domain.access.ThreatLevels;
import dev.lintel.domain.group.GroupNode;
import dev.lintel.domain.permission.Actor;
import dev.lintel.ui.group.GroupAction;
import dev.lintel.ui.group.GroupScreen;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Sets the threat level of a group from its menu, for those who do not see the rules as well. */
@Component
@Order(70)
final class ThreatAction implements GroupAction {
    private final ThreatDesk.Parts desks;
    private final ThreatLevels levels;

    ThreatAction(ThreatDesk.Parts desks, ThreatLevels levels) {
        this.desks = desks;
        this.levels = levels;
    }

    @Override
    public String caption() {
        return "threat.set";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.WARNING;
    }

    @Override
    public boolean isFor(Actor actor, GroupNode group) {
        return levels.maySet(actor, group.project(), group.id());
    }

    @Override
    public void begin(Actor actor, GroupNode group, GroupScreen screen) {
        desks.of(actor, group.project()).ask(group.id(), group.name(), null, () -> screen.show(group));
    }
}
