package dev.lintel.domain.user.dashboard;

import dev.lintel.domain.permission.Actor;

/** Something that a dashboard can show. Each feature brings its own as beans; {@code @Order} says where they usually stand. */
public interface DashboardWidget {
    /** What it is called in layouts and in the API: words in lower case with hyphens. */
    String key();

    /** How it is placed for everybody who has not said anything else. */
    WidgetSize usualSize();

    /** Whether this person has it. What somebody may not see is absent. */
    boolean isFor(Actor actor);
}
