package dev.lintel.domain.sync;

import dev.lintel.domain.group.InReach;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Service;

/** Which identifiers are at which devices, or on their way, as a list. */
@Service
public class CopyList extends Records<CopyRow> {
    private static final String FROM = """
            device_copy c join device d on d.project_id = c.project_id and d.id = c.device_id
            join object_group g on g.project_id = d.project_id and g.id = d.group_id
            join identifier i on i.project_id = c.project_id and i.id = c.record_id and c.kind = 'IDENTIFIER'
            join person p on p.project_id = i.project_id and p.id = i.person_id
            left join device_state s on s.project_id = c.project_id and s.device_id = c.device_id""";

    /** What people call the device {@code d} of the group {@code g}. */
    static final String NAME = """
            coalesce(d.name, g.name || ' · ' || case when btrim(d.model) = '' then d.serial else d.model end)""";

    static final String STATE = """
            (case when c.wanted is not distinct from c.held then 'SYNCED' when c.problem is not null then 'FAILED'
                  else 'PENDING' end)""";

    private static final Listing<CopyRow> LISTING = new Listing<>(
            "device-copies",
            "c.*, p.name as owner, i.type, s.over_mqtt, " + NAME + " as device_name, " + STATE + " as state",
            FROM,
            CopyList::row,
            List.of(
                    new Field.Order("c.project_id", new FieldType.Number()),
                    new Field.Order("c.device_id", new FieldType.Text(false)),
                    new Field.Order("c.record_id", new FieldType.Text(false))),
            fields(),
            Sort.by("name"));

    CopyList(Lists lists) {
        super(lists, LISTING);
    }

    private static List<Field<CopyRow>> fields() {
        return List.of(
                Field.text("name", NAME, CopyRow::deviceName),
                Field.text("owner", "p.name", CopyRow::owner),
                Field.choice("type", "i.type", IdentifierType.class, CopyRow::type),
                Field.choice("state", STATE, CopyState.class, CopyRow::state).unsorted(),
                Field.moment("changed", "c.changed", CopyRow::changed),
                Field.<CopyRow>moment("acknowledged", "c.acknowledged", CopyRow::acknowledged)
                        .orNone(),
                Field.<CopyRow>text("problem", "c.problem", CopyRow::problem).orNone(),
                Field.reference("device", "c.device_id", CopyRow::device),
                Field.reference("identifier", "c.record_id", CopyRow::identifier),
                Field.number("project", "c.project_id", CopyRow::project).unsorted());
    }

    /** For those who may see both the identifier and the device. */
    @Override
    protected SqlCondition visibleTo(Actor actor) {
        return InReach.person(actor.requireReach(Permission.IDENTIFIER_VIEW_OWN), "i.project_id", "i.person_id")
                .and(InReach.group(actor.requireReach(Permission.DEVICE_VIEW), "d.project_id", "d.group_id"));
    }

    private static CopyRow row(ResultSet row, int number) throws SQLException {
        OffsetDateTime acknowledged = row.getObject("acknowledged", OffsetDateTime.class);
        return new CopyRow(
                row.getLong("project_id"),
                row.getString("device_id"),
                row.getString("device_name"),
                row.getString("record_id"),
                row.getString("owner"),
                IdentifierType.valueOf(row.getString("type")),
                CopyState.valueOf(row.getString("state")),
                row.getString("wanted") == null,
                row.getObject("changed", OffsetDateTime.class).toInstant(),
                acknowledged == null ? null : acknowledged.toInstant(),
                row.getString("problem"),
                Boolean.FALSE.equals(row.getObject("over_mqtt", Boolean.class)));
    }
}
