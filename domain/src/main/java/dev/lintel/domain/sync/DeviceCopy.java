package dev.lintel.domain.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How far a copy at a device is, whatever it is a copy of.
 *
 * @param device its id
 * @param deviceName as people call the device
 * @param leaving whether the device is to delete it
 * @param changed when what the device is to have was last another
 * @param acknowledged when the device last said something of it; null is never
 * @param problem in the device's words; null is none
 * @param overHttp whether the device was only ever heard of over HTTP
 */
public record DeviceCopy(
        String device,
        String deviceName,
        CopyState state,
        boolean leaving,
        Instant changed,
        @Nullable Instant acknowledged,
        @Nullable String problem,
        boolean overHttp) {
    /** What people call the device {@code d} of the group {@code g}. */
    static final String NAME = """
            coalesce(d.name, g.name || ' · ' || case when btrim(d.model) = '' then d.serial else d.model end)""";

    /** Of the copy {@code c}. */
    static final String STATE = """
            (case when c.wanted is not distinct from c.held then 'SYNCED' when c.problem is not null then 'FAILED'
                  else 'PENDING' end)""";

    /** All of it that {@link #of} reads, with what is known of the device as {@code s}. */
    static final String COLUMNS = "c.*, s.over_mqtt, " + NAME + " as device_name, " + STATE + " as state";

    static DeviceCopy of(ResultSet row) throws SQLException {
        OffsetDateTime acknowledged = row.getObject("acknowledged", OffsetDateTime.class);
        return new DeviceCopy(
                row.getString("device_id"),
                row.getString("device_name"),
                CopyState.valueOf(row.getString("state")),
                row.getString("wanted") == null,
                row.getObject("changed", OffsetDateTime.class).toInstant(),
                acknowledged == null ? null : acknowledged.toInstant(),
                row.getString("problem"),
                Boolean.FALSE.equals(row.getObject("over_mqtt", Boolean.class)));
    }

    /** Whether it is to come to a device to which nothing can be brought. */
    public boolean isUnreachable() {
        return overHttp && state == CopyState.PENDING;
    }
}
