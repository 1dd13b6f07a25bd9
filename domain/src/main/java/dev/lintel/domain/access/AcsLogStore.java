package dev.lintel.domain.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of the ACS log. Entries are added, never changed. */
@Repository
class AcsLogStore {
    /** The entry, and the note that it is still to be sealed. */
    private static final String INSERT = """
            with entry as (
                insert into acs_log (project_id, at, device_time, channel, device_serial, device_id, device_name,
                    access_point, lock, type, presented, identifier_id, owner_id, owner_name, owner_type, verdict,
                    reason, locks, restrictions, rule_version, request_id, event_key, sought_owner, sought_identifier,
                    facts, decision)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
                on conflict do nothing returning id, project_id, at),
            unsealed as (
                insert into log_waiting (log, project, entry, since)
                select 'ACS', coalesce(project_id, 0), id, at from entry)
            select id from entry""";

    private final JdbcTemplate jdbc;

    AcsLogStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By what an attempt is known that may come twice. */
    record Key(@Nullable String requestId, @Nullable String eventKey) {
        static final Key NONE = new Key(null, null);
    }

    /**
     * Adds an entry.
     *
     * @param attempt an entry without a number
     * @return the entry with its number; empty when the device's request or event with that key is in the log already
     */
    Optional<AcsLogEntry> add(RecordedDecision attempt, Key key) {
        List<Long> id = jdbc.query(connection -> insert(connection, attempt, key), (row, number) -> row.getLong(1));
        return id.stream().findFirst().map(attempt.entry()::withId);
    }

    private static PreparedStatement insert(Connection connection, RecordedDecision attempt, Key key)
            throws SQLException {
        AcsLogEntry entry = attempt.entry();
        Object[] values = {
            entry.project(),
            time(entry.at()),
            time(entry.deviceTime()),
            entry.channel().name(),
            entry.deviceSerial(),
            entry.deviceId(),
            entry.deviceName(),
            entry.accessPoint(),
            entry.lock(),
            entry.type().name(),
            entry.presented(),
            entry.identifierId(),
            entry.ownerId(),
            entry.ownerName(),
            entry.ownerType() == null ? null : entry.ownerType().name(),
            entry.verdict().name(),
            entry.reason().name(),
            connection.createArrayOf("int4", entry.locks().toArray()),
            connection.createArrayOf("text", entry.restrictions().toArray()),
            entry.ruleVersion(),
            key.requestId(),
            key.eventKey(),
            sought(entry.ownerName()),
            soughtIdentifier(entry),
            DecisionJson.write(attempt.facts()),
            DecisionJson.write(attempt.decision())
        };
        PreparedStatement statement = connection.prepareStatement(INSERT);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** The entry of a request that a device has made before. */
    Optional<RecordedDecision> ofRequest(String deviceSerial, String requestId) {
        return jdbc
                .query(
                        "select * from acs_log where device_serial = ? and request_id = ?",
                        AcsLogRows.DECISION,
                        deviceSerial,
                        requestId)
                .stream()
                .findFirst();
    }

    /** What a search for part of a text looks in. */
    static String sought(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    static String soughtIdentifier(AcsLogEntry entry) {
        return sought(entry.presented()) + '\n' + sought(entry.identifierId());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
