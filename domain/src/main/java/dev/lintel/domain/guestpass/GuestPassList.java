package dev.lintel.domain.guestpass;

import dev.lintel.domain.group.InReach;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierState;
import dev.lintel.domain.identifier.IdentifierStore;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.listing.Field;
import dev.lintel.domain.listing.FieldType;
import dev.lintel.domain.listing.Listing;
import dev.lintel.domain.listing.Listing.Sort;
import dev.lintel.domain.listing.Lists;
import dev.lintel.domain.listing.Records;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The guest passes within reach as a list, one's own among them. */
@Service
public class GuestPassList extends Records<GuestPassRow> {
    private static final String FROM =
            "identifier i join person p on p.project_id = i.project_id and p.id = i.person_id and i.guest is not null";

    private static final String GRANTED = """
            from restriction_grant t
            join restriction r on r.project_id = t.project_id and r.id = t.restriction_id
            where t.project_id = i.project_id and t.identifier_id = i.id""";

    private static final String COLUMNS = "i.*, p.name as host, " + IdentifierState.SQL + " as state, "
            + IdentifierStore.LAST_USED + " as used, array(select r.name " + GRANTED
            + " order by r.name collate people, r.id) as restrictions";

    private static final Listing<GuestPassRow> LISTING = new Listing<>(
            "guest-passes",
            COLUMNS,
            FROM,
            GuestPassList::row,
            List.of(
                    new Field.Order("i.project_id", new FieldType.Number()),
                    new Field.Order("i.id", new FieldType.Text(false))),
            fields(),
            Sort.downBy("created"));

    GuestPassList(Lists lists) {
        super(lists, LISTING);
    }

    private static List<Field<GuestPassRow>> fields() {
        return List.of(
                Field.text("visitor", "i.name", GuestPassRow::visitor),
                Field.text("host", "p.name", GuestPassRow::hostName),
                Field.choice("kind", "i.guest", GuestKind.class, GuestPassRow::kind),
                Field.choice("type", "i.type", IdentifierType.class, GuestPassRow::type),
                Field.choice("state", "(" + IdentifierState.SQL + ")", IdentifierState.class, GuestPassRow::state)
                        .unsorted(),
                Field.<GuestPassRow>moment("from", "i.valid_from", GuestPassRow::from)
                        .orNone(),
                Field.<GuestPassRow>moment("until", "i.valid_until", GuestPassRow::until)
                        .orNone(),
                Field.<GuestPassRow>number("maxPasses", "i.max_passes", GuestPassList::most)
                        .orNone(),
                Field.<GuestPassRow>number("passesUsed", "i.passes_used", row -> (long) row.passesUsed()),
                Field.<GuestPassRow>moment("used", IdentifierStore.LAST_USED, GuestPassRow::used)
                        .unsorted()
                        .orNone(),
                Field.moment("created", "i.created", GuestPassRow::created),
                Field.reference("user", "i.person_id", GuestPassRow::host),
                Field.number("project", "i.project_id", GuestPassRow::project).unsorted());
    }

    private static @Nullable Long most(GuestPassRow row) {
        Integer most = row.maxPasses();
        return most == null ? null : most.longValue();
    }

    @Override
    protected SqlCondition visibleTo(Actor actor) {
        SqlCondition visible = InReach.person(
                        actor.reach(Permission.IDENTIFIER_VIEW_OWN), "i.project_id", "i.person_id")
                .or(Hosts.oneself(actor));
        if (visible.equals(SqlCondition.none())) {
            throw new PermissionDeniedException(Permission.IDENTIFIER_VIEW_OWN);
        }
        return visible;
    }

    private static GuestPassRow row(ResultSet row, int number) throws SQLException {
        return new GuestPassRow(
                row.getLong("project_id"),
                row.getString("id"),
                row.getString("person_id"),
                row.getString("host"),
                row.getString("name"),
                GuestKind.valueOf(row.getString("guest")),
                IdentifierType.valueOf(row.getString("type")),
                IdentifierState.valueOf(row.getString("state")),
                instant(row, "valid_from"),
                instant(row, "valid_until"),
                row.getObject("max_passes", Integer.class),
                row.getInt("passes_used"),
                List.of((String[]) row.getArray("restrictions").getArray()),
                instant(row, "used"),
                row.getObject("created", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
