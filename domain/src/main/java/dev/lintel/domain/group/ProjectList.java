package dev.lintel.domain.group;

import dev.lintel.domain.listing.Field;
import dev.lintel.domain.listing.FieldType;
import dev.lintel.domain.listing.Listing;
import dev.lintel.domain.listing.Listing.Sort;
import dev.lintel.domain.listing.Lists;
import dev.lintel.domain.listing.Records;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import java.util.List;
import org.springframework.stereotype.Service;

/** The projects that somebody sees as a list. */
@Service
public class ProjectList extends Records<Project> {
    private static final Listing<Project> LISTING = new Listing<>(
            "projects",
            "*",
            "project",
            ProjectStore.PROJECT,
            List.of(new Field.Order("id", new FieldType.Number())),
            List.of(
                    Field.text("name", "name", Project::name),
                    Field.<Project>text("timeZone", "time_zone", project -> project.timeZone()
                            .getId()),
                    Field.<Project>reference("id", "id::text", project -> Long.toString(project.id()))),
            Sort.by("name"));

    ProjectList(Lists lists) {
        super(lists, LISTING);
    }

    /** That a project exists needs no permission for those who see it. */
    @Override
    protected SqlCondition visibleTo(Actor actor) {
        return SqlCondition.inProjectsOf(actor, "id");
    }
}
