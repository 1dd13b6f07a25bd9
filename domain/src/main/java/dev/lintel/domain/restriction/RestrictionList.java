package dev.lintel.domain.restriction;

import dev.lintel.domain.listing.Field;
import dev.lintel.domain.listing.FieldType;
import dev.lintel.domain.listing.Listing;
import dev.lintel.domain.listing.Listing.Sort;
import dev.lintel.domain.listing.Lists;
import dev.lintel.domain.listing.Records;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.stereotype.Service;

/** The access restrictions within reach as a list. */
@Service
public class RestrictionList extends Records<RestrictionRow> {
    private static final String DOORS = """
            (select count(*) from restriction_line l where l.project_id = r.project_id and l.restriction_id = r.id)""";

    private static final String SCHEDULES = """
            array(select s.name from restriction_schedule rs
                  join schedule s on s.project_id = rs.project_id and s.id = rs.schedule_id
                  where rs.project_id = r.project_id and rs.restriction_id = r.id order by rs.position)""";

    /** Opens a door of this device. */
    private static final String AT_DEVICE = """
            exists (select from restriction_line l where l.project_id = r.project_id and l.restriction_id = r.id
                    and l.device_id = any (?::text[]))""";

    private static final String WITH_SCHEDULE = """
            exists (select from restriction_schedule rs where rs.project_id = r.project_id
                    and rs.restriction_id = r.id and rs.schedule_id = any (?::text[]))""";

    private static final Listing<RestrictionRow> LISTING = new Listing<>(
            "restrictions",
            "r.*, " + DOORS + " as doors, " + SCHEDULES + " as schedules, " + granted("group_id") + " as groups, "
                    + granted("person_id") + " as people, " + granted("identifier_id") + " as identifiers",
            "restriction r",
            RestrictionList::row,
            List.of(
                    new Field.Order("r.project_id", new FieldType.Number()),
                    new Field.Order("r.id", new FieldType.Text(false))),
            fields(),
            Sort.by("name"));

    RestrictionList(Lists lists) {
        super(lists, LISTING);
    }

    private static String granted(String column) {
        return "(select count(t." + column + ") from restriction_grant t"
                + " where t.project_id = r.project_id and t.restriction_id = r.id)";
    }

    private static List<Field<RestrictionRow>> fields() {
        return List.of(
                Field.text("name", "r.name", RestrictionRow::name),
                Field.text("description", "r.description", RestrictionRow::description)
                        .unsorted(),
                Field.<RestrictionRow>number("doors", DOORS, row -> (long) row.doors())
                        .unsorted(),
                Field.texts(
                        "schedules",
                        "lower(array_to_string(" + SCHEDULES + ", E'\\n'))",
                        row -> String.join("\n", row.schedules())),
                Field.<RestrictionRow>number("groups", granted("group_id"), row -> (long) row.groups())
                        .unsorted(),
                Field.<RestrictionRow>number("people", granted("person_id"), row -> (long) row.people())
                        .unsorted(),
                Field.<RestrictionRow>number("identifiers", granted("identifier_id"), row -> (long) row.identifiers())
                        .unsorted(),
                Field.choice("guests", "(case when r.guest_usable then 'YES' else 'NO' end)", Guests.class, Guests::of)
                        .unsorted(),
                Field.references("device", AT_DEVICE, row -> List.of()),
                Field.references("schedule", WITH_SCHEDULE, row -> List.of()),
                Field.reference("id", "r.id", RestrictionRow::id),
                Field.number("project", "r.project_id", RestrictionRow::project).unsorted());
    }

    /** Whether guest identifiers may use it. */
    public enum Guests {
        YES,
        NO;

        static Guests of(RestrictionRow row) {
            return row.guestUsable() ? YES : NO;
        }
    }

    @Override
    protected SqlCondition visibleTo(Actor actor) {
        return RestrictionReach.seen(actor.requireReach(Permission.ACCESS_RESTRICTION_VIEW));
    }

    private static RestrictionRow row(ResultSet row, int number) throws SQLException {
        return new RestrictionRow(
                row.getLong("project_id"),
                row.getString("id"),
                row.getString("name"),
                row.getString("description"),
                row.getBoolean("guest_usable"),
                row.getInt("doors"),
                List.of((String[]) row.getArray("schedules").getArray()),
                row.getInt("groups"),
                row.getInt("people"),
                row.getInt("identifiers"));
    }
}
