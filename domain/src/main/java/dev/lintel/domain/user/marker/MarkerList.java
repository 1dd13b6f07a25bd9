package dev.lintel.domain.user.marker;

import dev.lintel.domain.listing.Field;
import dev.lintel.domain.listing.FieldType;
import dev.lintel.domain.listing.Listing;
import dev.lintel.domain.listing.Listing.Sort;
import dev.lintel.domain.listing.Lists;
import dev.lintel.domain.listing.Records;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import java.util.List;
import org.springframework.stereotype.Service;

/** The markers of the projects that somebody sees as a list. */
@Service
public class MarkerList extends Records<Marker> {
    private static final Listing<Marker> LISTING = new Listing<>(
            "markers",
            "*",
            "marker",
            Markers.MARKER,
            List.of(
                    new Field.Order("project_id", new FieldType.Number()),
                    new Field.Order("id", new FieldType.Text(false))),
            List.of(
                    Field.text("name", "name", Marker::name),
                    Field.reference("id", "id", Marker::id),
                    Field.number("project", "project_id", Marker::project).unsorted()),
            Sort.by("name"));

    MarkerList(Lists lists) {
        super(lists, LISTING);
    }

    /** Markers are for whoever works in the project, whatever groups they have. */
    @Override
    protected SqlCondition visibleTo(Actor actor) {
        actor.requireReach(Permission.MARKER_VIEW);
        return SqlCondition.inProjectsOf(actor, "project_id");
    }
}
