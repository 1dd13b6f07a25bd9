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
import org.springframework.stereotype.Service;

/** The devices within reach as a list, with whether they are there. */
@Service
public class DeviceList extends Records<DeviceStatus> {
    private static final String FROM = """
        device d join object_group g on g.project_id = d.project_id and g.id = d.group_id
        left join device_state s on s.project_id = d.project_id and s.device_id = d.id\
        """;

    /** What people call it: where it stands and what it is when nobody named it. */
    static final String NAME = """
        coalesce(d.name, g.name || ' · ' || case when btrim(d.model) = '' then d.serial else d.model end)\
        """;

    private static final String THEIRS =
            "from device_copy c where c.project_id = d.project_id and c.device_id = d.id and c.kind = 'IDENTIFIER'";

    private static final String COPIES = """
            (select array[count(*) filter (where c.wanted is distinct from c.held and c.problem is null),
                          count(*) filter (where c.wanted is distinct from c.held and c.problem is not null),
                          count(*) filter (where c.wanted is not distinct from c.held)]::int[] %s)""".formatted(THEIRS);

    /** Devices of one group and model that nobody named would all be called the same. */
    private static final String COLUMNS =
            "d.*, s.online, s.last_seen, s.over_mqtt, " + COPIES + " as copies, " + NAME + """
         || case when d.name is null and exists (
                select from device o where o.project_id = d.project_id and o.group_id = d.group_id
                  and o.name is null and o.model = d.model and o.id <> d.id)
            then ' · ' || d.serial else '' end as display_name,
        (select string_agg(a.name, ' / ' order by cardinality(a.above)) from object_group a
         where a.project_id = g.project_id and a.id = any (g.above || g.id) and a.parent is not null) as group_path\
        """;

    /** How far a device has come with its copies; the first that is true. What waits is found by an index of its own. */
    private static final String STOCK = """
            (case when exists (select %1$s and c.wanted is distinct from c.held and c.problem is not null) then 'FAILED'
                  when exists (select %1$s and c.wanted is distinct from c.held)
                      then case when s.over_mqtt then 'WAITING' when s.over_mqtt is null then 'WAITING'
                                else 'UNREACHABLE' end
                  when exists (select %1$s) then 'IN_PLACE' else 'NONE' end)""".formatted(THEIRS);

    private static final String PRESENCE =
            "case when s.online is null then 'NEVER' when s.online then 'ONLINE' else 'OFFLINE' end";

    /** In the group itself, or in any below it. */
    private static final String IN_GROUP = "(g.above || g.id) && ?::text[]";

    private static final Listing<DeviceStatus> LISTING = new Listing<>(
            "devices",
            COLUMNS,
            FROM,
            DeviceList::row,
            List.of(
                    new Field.Order("d.project_id", new FieldType.Number()),
                    new Field.Order("d.id", new FieldType.Text(false))),
            fields(),
            Sort.by("name"));

    DeviceList(Lists lists) {
        super(lists, LISTING);
    }

    private static List<Field<DeviceStatus>> fields() {
        return List.of(
                Field.text("name", NAME, DeviceStatus::displayName),
                Field.texts("words", "lower(concat_ws(E'\\n', d.name, g.name, d.model, d.serial))", DeviceList::words),
                Field.references(
                        "group", IN_GROUP, status -> List.of(status.device().group())),
                Field.choice("status", PRESENCE, Presence.class, DeviceStatus::presence)
                        .unsorted(),
                Field.choice("type", "d.type", DeviceType.class, status -> status.device()
                        .type()),
                Field.text("model", "d.model", status -> status.device().model()),
                Field.text("serial", "d.serial", status -> status.device().serial()),
                Field.<DeviceStatus>text(
                                "tags",
                                "array_to_string(d.tags, ', ')",
                                status -> String.join(", ", status.device().tags()))
                        .unsorted(),
                Field.<DeviceStatus>moment("seen", "s.last_seen", DeviceStatus::lastSeen)
                        .orNone(),
                Field.choice("copies", STOCK, DeviceStatus.Stock.class, DeviceStatus::stock)
                        .unsorted(),
                Field.reference("id", "d.id", status -> status.device().id()),
                Field.number("project", "d.project_id", DeviceStatus::project).unsorted());
    }

    private static String words(DeviceStatus status) {
        Device device = status.device();
        return String.join("\n", status.displayName(), device.model(), device.serial());
    }

    @Override
    protected SqlCondition visibleTo(Actor actor) {
        return InReach.group(actor.requireReach(Permission.DEVICE_VIEW), "d.project_id", "d.group_id");
    }

    private static DeviceStatus row(ResultSet row, int number) throws SQLException {
        OffsetDateTime seen = row.getObject("last_seen", OffsetDateTime.class);
        String path = row.getString("group_path");
        Integer[] copies = (Integer[]) row.getArray("copies").getArray();
        return new DeviceStatus(
                row.getLong("project_id"),
                DeviceRows.device(row),
                row.getString("display_name"),
                path == null ? "" : path,
                row.getObject("online", Boolean.class),
                seen == null ? null : seen.toInstant(),
                row.getObject("over_mqtt", Boolean.class),
                new DeviceStatus.Copies(copies[0], copies[1], copies[2]));
    }
}
