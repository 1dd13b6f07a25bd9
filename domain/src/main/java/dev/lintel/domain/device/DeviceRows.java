package dev.lintel.domain.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads devices from rows of their table. */
public final class DeviceRows {
    private DeviceRows() {}

    public static Device device(ResultSet row) throws SQLException {
        return new Device(
                row.getString("id"),
                row.getString("group_id"),
                DeviceType.valueOf(row.getString("type")),
                row.getString("name"),
                row.getString("model"),
                row.getString("serial"),
                row.getInt("locks"),
                position(row),
                List.of((String[]) row.getArray("tags").getArray()));
    }

    private static @Nullable Position position(ResultSet row) throws SQLException {
        Double latitude = row.getObject("latitude", Double.class);
        Double longitude = row.getObject("longitude", Double.class);
        return latitude == null || longitude == null ? null : new Position(latitude, longitude);
    }
}
