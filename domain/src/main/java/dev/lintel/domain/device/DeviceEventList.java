package dev.lintel.domain.device;

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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What devices have told of themselves, as a list. It has one order, that in which the server heard of it. */
@Service
public class DeviceEventList extends Records<DeviceEventRow> {
    private static final String FROM = """
            device_event e join device d on d.project_id = e.project_id and d.serial = e.device_serial
            join object_group g on g.project_id = d.project_id and g.id = d.group_id""";

    private static final Field.Order ARRIVAL = new Field.Order("e.id", new FieldType.Number());

    private static final Listing<DeviceEventRow> LISTING = new Listing<>(
            "device-events",
            "e.*, d.id as device_id, " + DeviceList.NAME + " as device_name",
            FROM,
            DeviceEventList::row,
            List.of(ARRIVAL),
            fields(),
            Sort.downBy("received"));

    DeviceEventList(Lists lists) {
        super(lists, LISTING);
    }

    private static List<Field<DeviceEventRow>> fields() {
        return List.of(
                Field.moment("received", "e.received", DeviceEventRow::received).sortedBy(ARRIVAL),
                Field.moment("happened", "e.device_time", DeviceEventRow::deviceTime)
                        .unsorted(),
                Field.<DeviceEventRow, EventPriority>choice(
                                "priority", "e.event_priority", EventPriority.class, DeviceEventRow::priority)
                        .unsorted()
                        .orNone(),
                Field.<DeviceEventRow, EventCategory>choice(
                                "category", "e.event_category", EventCategory.class, DeviceEventRow::category)
                        .unsorted()
                        .orNone(),
                Field.text("code", "e.code", DeviceEventRow::code).unsorted(),
                Field.text("name", DeviceList.NAME, DeviceEventRow::deviceName).unsorted(),
                Field.<DeviceEventRow>text("table", "e.ruled_by", DeviceEventRow::table)
                        .unsorted()
                        .orNone(),
                Field.<DeviceEventRow>number(
                                "row", "e.ruled_row", event -> event.row() == null ? null : Long.valueOf(event.row()))
                        .unsorted()
                        .orNone(),
                Field.reference("device", "d.id", DeviceEventRow::device),
                Field.number("project", "e.project_id", DeviceEventRow::project).unsorted());
    }

    /** Of the devices that somebody sees. What a device says to a command is no event of its own. */
    @Override
    protected SqlCondition visibleTo(Actor actor) {
        return InReach.group(actor.requireReach(Permission.DEVICE_VIEW), "d.project_id", "d.group_id")
                .and(SqlCondition.of("e.category <> 'command'"));
    }

    private static DeviceEventRow row(ResultSet row, int number) throws SQLException {
        return new DeviceEventRow(
                row.getLong("id"),
                row.getLong("project_id"),
                row.getString("device_id"),
                row.getString("device_name"),
                row.getObject("received", OffsetDateTime.class).toInstant(),
                row.getObject("device_time", OffsetDateTime.class).toInstant(),
                row.getString("code"),
                constant(EventPriority.class, row.getString("event_priority")),
                constant(EventCategory.class, row.getString("event_category")),
                row.getString("ruled_by"),
                row.getObject("ruled_row", Integer.class));
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
