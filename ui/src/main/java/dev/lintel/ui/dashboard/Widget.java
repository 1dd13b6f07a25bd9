package dev.lintel.ui.dashboard;

import com.vaadin.flow.component.Component;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.dashboard.DashboardWidget;
import org.jspecify.annotations.Nullable;

/**
 * Something that Today can show, a bean in the package of its own feature. It is given so much room as people give it, and
 * scrolls inside.
 */
public interface Widget extends DashboardWidget {
    /** Key of its name. */
    String caption();

    /** Whether its name stands above it; otherwise the content says by itself what it is. */
    default boolean headed() {
        return true;
    }

    /**
     * Made anew each time that Today is shown. It follows the live feed by itself while it is attached, and may be moved
     * about while it is.
     *
     * @param project the only one to show; null is all that the actor sees
     */
    Component content(Actor actor, @Nullable Long project);
}
