package dev.lintel.domain.group;

import dev.lintel.domain.permission.Actor;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;

/** The projects of the server. */
@Service
public class Projects {
    private final ProjectStore store;

    Projects(ProjectStore store) {
        this.store = store;
    }

    /** Those that the actor may see, by name. */
    public List<Project> list(Actor actor) {
        return store.all().stream()
                .filter(project -> actor.sees(project.id()))
                .sorted(Comparator.comparing(Project::name))
                .toList();
    }
}
