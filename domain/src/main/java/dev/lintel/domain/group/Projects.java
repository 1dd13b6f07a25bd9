package dev.lintel.domain.group;

import dev.lintel.domain.permission.Actor;
import java.util.List;

/** The projects of the server. */
public class Projects {
    /** Those that the actor may see, by name. */
    public List<Project> list(Actor actor) {
        throw new UnsupportedOperationException();
    }
}
