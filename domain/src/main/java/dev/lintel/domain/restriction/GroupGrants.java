package dev.lintel.domain.restriction;

import dev.lintel.domain.group.InReach;
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

/** What the people of groups may open, as a list. */
@Service
public class GroupGrants extends Records<GroupGrant> {
    /** Whoever is in a group has what is granted to it and to those above it. */
    private static final String FROM = """
        object_group g join restriction_grant t on t.project_id = g.project_id and t.group_id = any (g.above || g.id)
        join restriction r on r.project_id = t.project_id and r.id = t.restriction_id
        join object_group o on o.project_id = t.project_id and o.id = t.group_id\
        """;

    private static final String DOORS = """
        (select count(*) from restriction_line l where l.project_id = r.project_id and l.restriction_id = r.id)\
        """;

    private static final String SCHEDULES = """
        array(select s.name from restriction_schedule rs
              join schedule s on s.project_id = rs.project_id and s.id = rs.schedule_id
              where rs.project_id = r.project_id and rs.restriction_id = r.id order by rs.position)\
        """;

    private static final Listing<GroupGrant> LISTING = new Listing<>(
            "group-grants",
            "g.project_id, g.id as group_id, r.id, r.name, o.id as origin, o.name as origin_name, " + DOORS
                    + " as doors, " + SCHEDULES + " as schedules",
            FROM,
            GroupGrants::row,
            List.of(
                    new Field.Order("g.project_id", new FieldType.Number()),
                    new Field.Order("g.id", new FieldType.Text(false)),
                    new Field.Order("r.id", new FieldType.Text(false)),
                    new Field.Order("o.id", new FieldType.Text(false))),
            fields(),
            Sort.by("name"));

    GroupGrants(Lists lists) {
        super(lists, LISTING);
    }

    private static List<Field<GroupGrant>> fields() {
        return List.of(
                Field.text("name", "r.name", GroupGrant::name),
                Field.texts(
                        "schedules",
                        "lower(array_to_string(" + SCHEDULES + ", E'\\n'))",
                        grant -> String.join("\n", grant.schedules())),
                Field.<GroupGrant>number("doors", DOORS, grant -> (long) grant.doors())
                        .unsorted(),
                Field.text("origin", "o.name", GroupGrant::originName),
                Field.reference("group", "g.id", GroupGrant::group),
                Field.reference("restriction", "r.id", GroupGrant::restriction),
                Field.number("project", "g.project_id", GroupGrant::project).unsorted());
    }

    @Override
    protected SqlCondition visibleTo(Actor actor) {
        return InReach.group(actor.requireReach(Permission.ACCESS_RESTRICTION_VIEW), "g.project_id", "g.id");
    }

    private static GroupGrant row(ResultSet row, int number) throws SQLException {
        return new GroupGrant(
                row.getLong("project_id"),
                row.getString("group_id"),
                row.getString("id"),
                row.getString("name"),
                row.getString("origin"),
                row.getString("origin_name"),
                row.getInt("doors"),
                List.of((String[]) row.getArray("schedules").getArray()));
    }
}
