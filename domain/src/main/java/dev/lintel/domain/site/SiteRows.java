package dev.lintel.domain.site;

import dev.lintel.domain.device.Device;
import dev.lintel.domain.device.DeviceRows;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.restriction.Grant;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.restriction.LockChoice;
import dev.lintel.domain.restriction.RestrictionLine;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.user.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** How the rows of the site tables read as records. */
final class SiteRows {
    static final RowMapper<ObjectGroup> GROUP = (row, number) -> new ObjectGroup(
            row.getString("id"),
            row.getString("parent"),
            GroupType.valueOf(row.getString("type")),
            row.getString("name"),
            row.getObject("logical_address", Integer.class),
            row.getString("description"));

    static final RowMapper<Schedule> SCHEDULE = (row, number) -> new Schedule(
            row.getString("id"),
            row.getString("name"),
            row.getObject("starts", LocalDateTime.class),
            row.getObject("ends", LocalDateTime.class),
            row.getBoolean("all_day"),
            row.getString("rrule"),
            zone(row.getString("time_zone")),
            HolidayUse.valueOf(row.getString("holidays")),
            row.getString("description"));

    static final RowMapper<Device> DEVICE = (row, number) -> DeviceRows.device(row);

    static final RowMapper<RestrictionLine> LINE = (row, number) -> new RestrictionLine(
            row.getString("device_id"), row.getString("access_point"), LockChoice.valueOf(row.getString("lock")));

    static final RowMapper<Grant> GRANT = (row, number) -> new Grant(row.getString("restriction_id"), target(row));

    static final RowMapper<User> USER = (row, number) -> new User(
            row.getString("id"),
            row.getString("name"),
            row.getString("email"),
            row.getString("profile"),
            List.of((String[]) row.getArray("groups").getArray()),
            row.getBoolean("suspended"));

    static final RowMapper<Identifier> IDENTIFIER = (row, number) -> {
        String guest = row.getString("guest");
        return new Identifier(
                row.getString("id"),
                row.getString("person_id"),
                IdentifierType.valueOf(row.getString("type")),
                row.getString("value"),
                instant(row, "valid_from"),
                instant(row, "valid_until"),
                row.getObject("max_passes", Integer.class),
                row.getInt("passes_used"),
                row.getBoolean("revoked"),
                row.getBoolean("suspended"),
                guest == null ? null : GuestKind.valueOf(guest));
    };

    private SiteRows() {}

    private static GrantTarget target(ResultSet row) throws SQLException {
        String group = row.getString("group_id");
        if (group != null) {
            return new GrantTarget.ToGroup(group);
        }
        String person = row.getString("person_id");
        return person != null
                ? new GrantTarget.ToUser(person)
                : new GrantTarget.ToIdentifier(row.getString("identifier_id"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable ZoneId zone(@Nullable String id) {
        return id == null ? null : ZoneId.of(id);
    }
}
