package dev.lintel.domain.user.people;

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
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Service;

/** The users within reach as a list: found by every field, sorted, read page by page. */
@Service
public class UserList extends Records<UserRow> {
    private static final String COLUMNS =
            "p.*, k.name as marker, k.colour, " + PersonStore.STATUS + " as status," + """
            array(select m.group_id from person_group m
                  where m.project_id = p.project_id and m.person_id = p.id order by m.position) as group_ids,
            array(select g.name from person_group m
                  join object_group g on g.project_id = m.project_id and g.id = m.group_id
                  where m.project_id = p.project_id and m.person_id = p.id order by m.position) as groups""";

    private static final String FROM =
            PersonStore.FROM + " left join marker k on k.project_id = p.project_id and k.id = p.marker_id";

    /** In the group itself, or in any below it. */
    private static final String IN_GROUP = """
            exists (select from person_group m join object_group g on g.project_id = m.project_id and g.id = m.group_id
                    where m.project_id = p.project_id and m.person_id = p.id and (g.above || g.id) && ?::text[])""";

    private static final Listing<UserRow> LISTING = new Listing<>(
            "users",
            COLUMNS,
            FROM,
            UserList::row,
            List.of(
                    new Field.Order("p.project_id", new FieldType.Number()),
                    new Field.Order("p.id", new FieldType.Text(false))),
            fields(),
            Sort.by("name"));

    UserList(Lists lists) {
        super(lists, LISTING);
    }

    private static List<Field<UserRow>> fields() {
        return List.of(
                Field.text("name", "p.name", UserRow::name),
                Field.<UserRow>text("email", "p.email", UserRow::email).orNone(),
                Field.text("phone", "p.phone", UserRow::phone),
                Field.reference("profile", "p.profile", UserRow::profile),
                Field.references("group", IN_GROUP, UserRow::groupIds),
                Field.<UserRow>reference("marker", "p.marker_id", UserRow::markerId)
                        .orNone(),
                Field.choice("status", "(" + PersonStore.STATUS + ")", UserStatus.class, UserRow::status)
                        .unsorted(),
                Field.text("address", "p.address", UserRow::address).unsorted(),
                Field.moment("created", "p.created", UserRow::created),
                Field.reference("id", "p.id", UserRow::id),
                Field.number("project", "p.project_id", UserRow::project).unsorted());
    }

    @Override
    protected SqlCondition visibleTo(Actor actor) {
        return InReach.person(actor.requireReach(Permission.USER_VIEW), "p.project_id", "p.id");
    }

    private static UserRow row(ResultSet row, int number) throws SQLException {
        return new UserRow(
                row.getLong("project_id"),
                row.getString("id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("address"),
                row.getString("profile"),
                Arrays.asList((String[]) row.getArray("group_ids").getArray()),
                Arrays.asList((String[]) row.getArray("groups").getArray()),
                row.getString("marker_id"),
                row.getString("marker"),
                row.getString("colour"),
                UserStatus.valueOf(row.getString("status")),
                row.getObject("created", OffsetDateTime.class).toInstant());
    }
}
