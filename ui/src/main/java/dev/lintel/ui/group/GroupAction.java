package dev.lintel.ui.group;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.lintel.domain.group.GroupNode;
import dev.lintel.domain.permission.Actor;

/**
 * Something to do for a group, in its menu. Each feature adds its own as a bean in its own package; {@code @Order} says
 * where it stands.
 */
public interface GroupAction {
    /** Key of its caption. */
    String caption();

    VaadinIcon icon();

    /** Whether it can be done for this group by this person. What somebody may not do is absent. */
    boolean isFor(Actor actor, GroupNode group);

    /** Begins it, mostly with a dialog. */
    void begin(Actor actor, GroupNode group, GroupScreen screen);
}
