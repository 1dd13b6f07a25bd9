package dev.lintel.domain.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The rows of the ACS log. Entries are added, never changed. The bean takes part in whatever transaction is under way; what is
 * decided while a door waits goes through {@link DoorDatabase#log}, on the connections that are for doors alone.
 */
@Repository
class AcsLogStore {
    /** The entry, and the note that it is still to be sealed. */
    private static final String INSERT = """
            with added as (
                insert into acs_log (project_id, at, device_time, channel, device_serial, device_id, device_name,
                    access_point, lock, type, presented, identifier_id, owner_id, owner_name, owner_type, verdict,
                    reason, locks, restrictions, rule_version, request_id, event_key, sought_owner, sought_identifier,
                    flags, facts, decision)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
                on conflict do nothing returning id, project_id, at)
            insert into log_waiting (log, project, entry, since)
            select 'ACS', coalesce(project_id, 0), id, at from added
            returning entry""";

    private final JdbcTemplate jdbc;

    AcsLogStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is to be added.
     *
     * @param attempt an entry without a number
     * @param requestId by what a request is known that may come twice
     * @param eventKey by what an event is known that may come twice
     */
    record NewEntry(
            RecordedDecision attempt,
            @Nullable String requestId,
            @Nullable String eventKey) {}

    /** @return the entry with its number; empty when the device's request or event is in the log already */
    Optional<AcsLogEntry> add(NewEntry entry) {
        return addAll(List.of(entry)).getFirst();
    }

    /** The same for several, in their order. */
    List<Optional<AcsLogEntry>> addAll(List<NewEntry> entries) {
        return Objects.requireNonNull(jdbc.execute((ConnectionCallback<List<Optional<AcsLogEntry>>>) connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT, Statement.RETURN_GENERATED_KEYS)) {
                for (NewEntry entry : entries) {
                    fill(insert, entry);
                    insert.addBatch();
                }
                return numbered(entries, insert.executeBatch(), insert.getGeneratedKeys());
            }
        }));
    }

    private static List<Optional<AcsLogEntry>> numbered(List<NewEntry> entries, int[] added, ResultSet ids)
            throws SQLException {
        List<Optional<AcsLogEntry>> numbered = new ArrayList<>(added.length);
        for (int i = 0; i < added.length; i++) {
            boolean isNew = added[i] == 1 && ids.next();
            numbered.add(
                    isNew ? Optional.of(entries.get(i).attempt().entry().withId(ids.getLong(1))) : Optional.empty());
        }
        return numbered;
    }

    private static void fill(PreparedStatement insert, NewEntry added) throws SQLException {
        RecordedDecision attempt = added.attempt();
        AcsLogEntry entry = attempt.entry();
        Connection connection = insert.getConnection();
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
            added.requestId(),
            added.eventKey(),
            sought(entry.ownerName()),
            soughtIdentifier(entry),
            entry.isFlagged() ? connection.createArrayOf("text", entry.flags().toArray()) : null,
            DecisionJson.write(attempt.facts()),
            DecisionJson.write(attempt.decision())
        };
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
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
