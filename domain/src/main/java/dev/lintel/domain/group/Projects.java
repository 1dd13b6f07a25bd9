package dev.lintel.domain.group;

import dev.lintel.domain.permission.Actor;
import java.util.List;
import org.springframework.stereotype.Service;

/** The projects of the server. */
@Service
public class Projects {
    /** Those that the actor may see, by name. */
    public List<Project> list(Actor actor) {
        throw new UnsupportedOperationException();
    }
}
