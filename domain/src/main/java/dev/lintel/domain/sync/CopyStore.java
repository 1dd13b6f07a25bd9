package dev.lintel.domain.sync;

import dev.lintel.domain.sync.SyncPlan.Known;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The copies at devices as they are stored: what each is to have, what it has, what is wrong. */
@Repository
class CopyStore {
    private static final int BATCH = 2_000;

    private static final String WAITING = """
            select d.serial from device d
            join device_state s on s.project_id = d.project_id and s.device_id = d.id
            where s.online and exists (
                select from device_copy c where c.project_id = d.project_id and c.device_id = d.id
                and c.wanted is distinct from c.held)""";

    /** Devices with the schedules of the restrictions that open them. */
    private static final String SCHEDULED = """
            select distinct l.device_id, s.schedule_id from restriction_line l
            join restriction_schedule s on s.project_id = l.project_id and s.restriction_id = l.restriction_id
            where l.project_id = ?""";

    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    CopyStore(JdbcTemplate jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All copies of these identifiers, at any device. */
    Map<CopyKey, Known> known(long project, Collection<String> identifiers) {
        return known(
                "project_id = ? and kind = 'IDENTIFIER' and record_id = any (?)",
                project,
                identifiers.toArray(String[]::new));
    }

    /** All copies of a kind at these devices. */
    Map<CopyKey, Known> known(long project, CopyKind kind, Set<String> devices) {
        return known(
                "project_id = ? and kind = ? and device_id = any (?)",
                project,
                kind.name(),
                devices.toArray(String[]::new));
    }

    /** Ids of all identifiers, and of those that are gone of which there are copies. */
    List<String> identifiers(long project) {
        return jdbc.queryForList("""
                select id from identifier where project_id = ?
                union select record_id from device_copy where project_id = ? and kind = 'IDENTIFIER'""", String.class, project, project);
    }

    /** Ids of all schedules. */
    List<String> schedules(long project) {
        return jdbc.queryForList("select id from schedule where project_id = ?", String.class, project);
    }

    /** The schedules of the restrictions that open these devices. */
    List<CopyKey> scheduled(long project, Set<String> devices) {
        return devices.isEmpty()
                ? List.of()
                : jdbc.query(
                        SCHEDULED + " and l.device_id = any (?)",
                        (row, number) -> new CopyKey(
                                row.getString("device_id"), CopyKind.SCHEDULE, row.getString("schedule_id")),
                        project,
                        devices.toArray(String[]::new));
    }

    /**
     * Ids of devices that are to have other schedules than is stored.
     *
     * @param digests of all schedules, which are the same at every device
     */
    Set<String> otherwiseScheduled(long project, Map<String, String> digests) {
        List<Map.Entry<String, String>> all = List.copyOf(digests.entrySet());
        return Set.copyOf(jdbc.queryForList(
                """
                select distinct coalesce(w.device_id, c.device_id)
                from (select s.device_id, s.schedule_id, d.digest from (%s) s
                      join unnest(?::text[], ?::text[]) as d (id, digest) on d.id = s.schedule_id) w
                full join (select device_id, record_id, wanted from device_copy
                           where project_id = ? and kind = 'SCHEDULE') c
                  on c.device_id = w.device_id and c.record_id = w.schedule_id
                where c.wanted is distinct from w.digest""".formatted(SCHEDULED),
                String.class,
                project,
                all.stream().map(Map.Entry::getKey).toArray(String[]::new),
                all.stream().map(Map.Entry::getValue).toArray(String[]::new),
                project));
    }

    private Map<CopyKey, Known> known(String where, Object... parameters) {
        Map<CopyKey, Known> found = new HashMap<>();
        jdbc.query(
                "select * from device_copy where " + where,
                row -> {
                    found.put(key(row), new Known(row.getString("wanted"), row.getString("held")));
                },
                parameters);
        return found;
    }

    private static CopyKey key(ResultSet row) throws SQLException {
        return new CopyKey(
                row.getString("device_id"), CopyKind.valueOf(row.getString("kind")), row.getString("record_id"));
    }

    /** Stores what a plan wishes anew; devices that are gone meanwhile are passed over. */
    void restate(long project, Map<CopyKey, @Nullable String> wishes) {
        List<Map.Entry<CopyKey, @Nullable String>> all = List.copyOf(wishes.entrySet().stream()
                .map(wish -> (Map.Entry<CopyKey, @Nullable String>) new HashMap.SimpleEntry<>(wish))
                .toList());
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        for (int from = 0; from < all.size(); from += BATCH) {
            List<Map.Entry<CopyKey, @Nullable String>> part = all.subList(from, Math.min(from + BATCH, all.size()));
            jdbc.update(
                    """
                    insert into device_copy (project_id, device_id, kind, record_id, wanted, changed)
                    select ?, wish.device, wish.kind, wish.record, wish.digest, ?
                    from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as wish (device, kind, record, digest)
                    join device d on d.project_id = ? and d.id = wish.device
                    on conflict (project_id, device_id, kind, record_id) do update
                    set wanted = excluded.wanted, changed = excluded.changed, problem = null""",
                    project,
                    now,
                    part.stream().map(wish -> wish.getKey().device()).toArray(String[]::new),
                    part.stream().map(wish -> wish.getKey().kind().name()).toArray(String[]::new),
                    part.stream().map(wish -> wish.getKey().record()).toArray(String[]::new),
                    part.stream().map(Map.Entry::getValue).toArray(String[]::new),
                    project);
        }
        jdbc.update("delete from device_copy where project_id = ? and wanted is null and held is null", project);
    }

    /**
     * Copies that a device is still to learn, those without a problem first, the oldest first. Schedules come before the
     * identifiers that name them, and go after them.
     */
    List<Due> due(long project, String device, int most) {
        return jdbc.query(
                """
                select * from device_copy where project_id = ? and device_id = ? and wanted is distinct from held
                order by problem is not null, case when kind = 'IDENTIFIER' then 1 when wanted is null then 2 else 0 end,
                    changed, record_id limit ?""",
                (row, number) -> new Due(key(row), row.getString("wanted"), row.getString("held")),
                project,
                device,
                most);
    }

    /** Ids of the schedules that a device has or is to have. */
    Set<String> schedules(long project, String device) {
        return Set.copyOf(jdbc.queryForList("""
                select record_id from device_copy where project_id = ? and device_id = ? and kind = 'SCHEDULE'
                and (wanted is not null or held is not null)""", String.class, project, device));
    }

    /** Serial numbers of those of these devices that are online and have copies to learn. */
    List<String> waiting(long project, Collection<String> devices) {
        return jdbc.queryForList(
                WAITING + " and d.project_id = ? and d.id = any (?)",
                String.class,
                project,
                devices.toArray(String[]::new));
    }

    List<String> waiting() {
        return jdbc.queryForList(WAITING, String.class);
    }

    /**
     * @param digest of what the device is to have; null: it is to forget the record
     * @param held digest of what it acknowledged last; null is nothing
     */
    record Due(
            CopyKey key, @Nullable String digest, @Nullable String held) {}

    /** A device has this content of these records now, or none of them. */
    void acknowledge(long project, Map<CopyKey, @Nullable String> held) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        List<CopyKey> keys = List.copyOf(held.keySet());
        batch("""
                update device_copy set held = ?, acknowledged = ?, problem = null
                where project_id = ? and device_id = ? and kind = ? and record_id = ?""", keys, (statement, key) -> {
            statement.setString(1, held.get(key));
            statement.setObject(2, now);
            statement.setLong(3, project);
            statement.setString(4, key.device());
            statement.setString(5, key.kind().name());
            statement.setString(6, key.record());
        });
        batch("""
                delete from device_copy where project_id = ? and device_id = ? and kind = ? and record_id = ?
                and wanted is null and held is null""", keys, (statement, key) -> {
            statement.setLong(1, project);
            statement.setString(2, key.device());
            statement.setString(3, key.kind().name());
            statement.setString(4, key.record());
        });
    }

    /** A device could not take these, for reasons of its own. */
    void refuse(long project, Map<CopyKey, String> problems) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        batch("""
                update device_copy set problem = ?, acknowledged = ?
                where project_id = ? and device_id = ? and kind = ? and record_id = ?""", List.copyOf(problems.keySet()), (statement, key) -> {
            statement.setString(1, problems.get(key));
            statement.setObject(2, now);
            statement.setLong(3, project);
            statement.setString(4, key.device());
            statement.setString(5, key.kind().name());
            statement.setString(6, key.record());
        });
    }

    private interface Filled {
        void fill(java.sql.PreparedStatement statement, CopyKey key) throws SQLException;
    }

    private void batch(String sql, List<CopyKey> keys, Filled filled) {
        jdbc.batchUpdate(sql, new BatchPreparedStatementSetter() {
            @Override
            public void setValues(java.sql.PreparedStatement statement, int i) throws SQLException {
                filled.fill(statement, keys.get(i));
            }

            @Override
            public int getBatchSize() {
                return keys.size();
            }
        });
    }
}
