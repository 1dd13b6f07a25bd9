package dev.lintel.domain.access;

import dev.lintel.domain.identifier.IdentifierType;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** How rows of the ACS log read as records. */
final class AcsLogRows {
    static final RowMapper<AcsLogEntry> ENTRY = (row, number) -> entry(row);

    static final RowMapper<RecordedDecision> DECISION = (row, number) -> new RecordedDecision(
            entry(row), DecisionJson.facts(row.getString("facts")), DecisionJson.decision(row.getString("decision")));

    private AcsLogRows() {}

    private static AcsLogEntry entry(ResultSet row) throws SQLException {
        String ownerType = row.getString("owner_type");
        return new AcsLogEntry(
                row.getLong("id"),
                row.getObject("project_id", Long.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                instant(row, "device_time"),
                Channel.valueOf(row.getString("channel")),
                row.getString("device_serial"),
                row.getString("device_id"),
                row.getString("device_name"),
                row.getString("access_point"),
                row.getObject("lock", Integer.class),
                IdentifierType.valueOf(row.getString("type")),
                row.getString("presented"),
                row.getString("identifier_id"),
                row.getString("owner_id"),
                row.getString("owner_name"),
                ownerType == null ? null : OwnerType.valueOf(ownerType),
                Verdict.valueOf(row.getString("verdict")),
                ReasonCode.valueOf(row.getString("reason")),
                List.of((Integer[]) row.getArray("locks").getArray()),
                List.of((String[]) row.getArray("restrictions").getArray()),
                row.getString("rule_version"),
                flags(row.getArray("flags")));
    }

    private static List<String> flags(@Nullable Array flags) throws SQLException {
        return flags == null ? List.of() : List.of((String[]) flags.getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
