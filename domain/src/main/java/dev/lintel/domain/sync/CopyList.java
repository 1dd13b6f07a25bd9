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

    private static final Listing<CopyRow> LISTING = new Listing<>(
            "device-copies",
            DeviceCopy.COLUMNS + ", p.name as owner, i.type",
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
                Field.text("name", DeviceCopy.NAME, row -> row.copy().deviceName()),
                Field.text("owner", "p.name", CopyRow::owner),
                Field.choice("type", "i.type", IdentifierType.class, CopyRow::type),
                Field.choice("state", DeviceCopy.STATE, CopyState.class, (CopyRow row) -> row.copy()
                                .state())
                        .unsorted(),
                Field.moment("changed", "c.changed", row -> row.copy().changed()),
                Field.<CopyRow>moment("acknowledged", "c.acknowledged", row -> row.copy()
                                .acknowledged())
                        .orNone(),
                Field.<CopyRow>text("problem", "c.problem", row -> row.copy().problem())
                        .orNone(),
                Field.reference("device", "c.device_id", row -> row.copy().device()),
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
        return new CopyRow(
                row.getLong("project_id"),
                row.getString("record_id"),
                row.getString("owner"),
                IdentifierType.valueOf(row.getString("type")),
                DeviceCopy.of(row));
    }
}
