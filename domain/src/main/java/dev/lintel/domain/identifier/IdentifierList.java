package dev.lintel.domain.identifier;

import dev.lintel.domain.group.InReach;
import dev.lintel.domain.listing.Field;
import dev.lintel.domain.listing.FieldType;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.Listing;
import dev.lintel.domain.listing.Listing.Sort;
import dev.lintel.domain.listing.Lists;
import dev.lintel.domain.listing.Records;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** The identifiers within reach as a list: found by every field, sorted, read page by page. */
@Service
public class IdentifierList extends Records<IdentifierRow> {
    private static final String FROM =
            "identifier i join person p on p.project_id = i.project_id and p.id = i.person_id";

    private static final String GRANTED = """
            from restriction_grant t
            join restriction r on r.project_id = t.project_id and r.id = t.restriction_id
            where t.project_id = i.project_id and t.identifier_id = i.id""";

    private static final String COLUMNS = "i.*, p.name as owner, " + IdentifierState.SQL + " as state, "
            + IdentifierStore.LAST_USED + " as used, array(select r.id " + GRANTED
            + " order by r.name collate people, r.id) as restriction_ids, array(select r.name " + GRANTED
            + " order by r.name collate people, r.id) as restrictions";

    private static final String HAS_RESTRICTION = "exists (select " + GRANTED + " and t.restriction_id = any (?))";

    /** The owner is in the group itself, or in any below it. */
    private static final String IN_GROUP = """
            exists (select from person_group m join object_group g on g.project_id = m.project_id and g.id = m.group_id
                    where m.project_id = i.project_id and m.person_id = i.person_id
                      and (g.above || g.id) && ?::text[])""";

    private static final Listing<IdentifierRow> LISTING = new Listing<>(
            "identifiers",
            COLUMNS,
            FROM,
            IdentifierList::row,
            List.of(
                    new Field.Order("i.project_id", new FieldType.Number()),
                    new Field.Order("i.id", new FieldType.Text(false))),
            fields(),
            Sort.downBy("created"));

    IdentifierList(Lists lists) {
        super(lists, LISTING);
    }

    private static List<Field<IdentifierRow>> fields() {
        return List.of(
                Field.texts("value", "i.words", IdentifierRow::words),
                Field.text("owner", "p.name", IdentifierRow::owner),
                Field.choice("type", "i.type", IdentifierType.class, IdentifierRow::type),
                Field.choice("state", "(" + IdentifierState.SQL + ")", IdentifierState.class, IdentifierRow::state)
                        .unsorted(),
                Field.text("name", "i.name", IdentifierRow::name),
                Field.<IdentifierRow>moment("validFrom", "i.valid_from", IdentifierRow::validFrom)
                        .orNone(),
                Field.<IdentifierRow>moment("validUntil", "i.valid_until", IdentifierRow::validUntil)
                        .orNone(),
                Field.<IdentifierRow>moment("used", IdentifierStore.LAST_USED, IdentifierRow::used)
                        .unsorted()
                        .orNone(),
                Field.moment("created", "i.created", IdentifierRow::created),
                Field.references("restriction", HAS_RESTRICTION, IdentifierRow::restrictionIds),
                Field.references("group", IN_GROUP, row -> List.of()),
                Field.<IdentifierRow, GuestKind>choice("guest", "i.guest", GuestKind.class, IdentifierRow::guest)
                        .orNone(),
                Field.reference("id", "i.id", IdentifierRow::id),
                Field.reference("user", "i.person_id", IdentifierRow::user),
                Field.number("project", "i.project_id", IdentifierRow::project).unsorted());
    }

    @Override
    protected SqlCondition visibleTo(Actor actor) {
        return InReach.person(actor.requireReach(Permission.IDENTIFIER_VIEW_OWN), "i.project_id", "i.person_id");
    }

    /** It takes a permission of its own: a file of all cards is worth more than a page of them. */
    @Override
    public boolean mayExport(Actor actor) {
        return !(actor.reach(Permission.IDENTIFIER_EXPORT) instanceof Reach.Nothing);
    }

    @Override
    public void each(Actor actor, ListQuery<IdentifierRow> query, Consumer<IdentifierRow> receiver) {
        actor.requireReach(Permission.IDENTIFIER_EXPORT);
        super.each(actor, query, receiver);
    }

    private static IdentifierRow row(ResultSet row, int number) throws SQLException {
        IdentifierType type = IdentifierType.valueOf(row.getString("type"));
        String guest = row.getString("guest");
        return new IdentifierRow(
                row.getLong("project_id"),
                row.getString("id"),
                row.getString("person_id"),
                row.getString("owner"),
                row.getString("name"),
                type,
                type.isSecret() ? IssuedIdentifier.HIDDEN : row.getString("value"),
                row.getString("words"),
                IdentifierState.valueOf(row.getString("state")),
                IdentifierStore.instant(row, "valid_from"),
                IdentifierStore.instant(row, "valid_until"),
                row.getObject("max_passes", Integer.class),
                row.getInt("passes_used"),
                Arrays.asList((String[]) row.getArray("restriction_ids").getArray()),
                Arrays.asList((String[]) row.getArray("restrictions").getArray()),
                guest == null ? null : GuestKind.valueOf(guest),
                IdentifierStore.instant(row, "used"),
                row.getObject("created", OffsetDateTime.class).toInstant());
    }
}
