package dev.lintel.domain.audit;

import dev.lintel.domain.audit.seal.LogSealer;
import dev.lintel.domain.permission.Deed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the audit. Entries are added; only an erasure changes them. */
@Repository
class AuditStore {
    static final RowMapper<AuditEntry> ENTRY = (row, number) -> entry(row);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> FIELDS = new TypeReference<>() {};

    /** The entry, and the note that it is still to be sealed. */
    private static final String INSERT = """
            with entry as (
                insert into audit_entry (project_id, at, actor, account_id, origin, action, kind, record_id, record_name,
                    before, after, sought_actor, sought_record)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?) returning id, project_id, at),
            unsealed as (
                insert into log_waiting (log, project, entry, since)
                select 'AUDIT', coalesce(project_id, 0), id, at from entry)
            select id from entry""";

    private final JdbcTemplate jdbc;
    private final LogSealer sealer;

    AuditStore(JdbcTemplate jdbc, LogSealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /**
     * Adds an entry.
     *
     * @param entry without a number
     * @return its number
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long add(AuditEntry entry) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sealer.wake();
            }
        });
        return Objects.requireNonNull(jdbc.queryForObject(
                INSERT,
                Long.class,
                entry.project(),
                entry.at().atOffset(ZoneOffset.UTC),
                storable(entry.actor()),
                entry.account(),
                entry.origin(),
                entry.deed().name(),
                entry.kind(),
                storable(entry.recordId()),
                storable(entry.recordName()),
                json(entry.before()),
                json(entry.after()),
                sought(entry.actor()),
                sought(entry.recordName())));
    }

    /** PostgreSQL keeps every character but U+0000. */
    private static String storable(String text) {
        return text.replace('\u0000', '\ufffd');
    }

    static String json(SortedMap<String, String> fields) {
        return JSON.writeValueAsString(fields).replace("\\u0000", "\\ufffd");
    }

    static String sought(String text) {
        return storable(text).toLowerCase(Locale.ROOT);
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("project_id", Long.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getObject("account_id", Long.class),
                row.getString("origin"),
                Deed.valueOf(row.getString("action")),
                row.getString("kind"),
                row.getString("record_id"),
                row.getString("record_name"),
                JSON.readValue(row.getString("before"), FIELDS),
                JSON.readValue(row.getString("after"), FIELDS));
    }
}
