package dev.lintel.domain.rulebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Of which projects denials are watched, and how many there were. */
@Repository
class DenialWatchStore {
    private static final double TENTHS = 10;

    private final JdbcTemplate jdbc;

    DenialWatchStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A version in its first hour.
     *
     * @param since when it came into force, where it decides now
     * @param group id of the group in which alone it decides; null is everywhere
     */
    record Watched(
            long project,
            int number,
            Instant since,
            @Nullable String group,
            DenialWatch watch) {}

    Optional<DenialWatch> of(long project) {
        return jdbc.query("select * from rulebook_watch where project_id = ?", (row, n) -> watch(row), project).stream()
                .findFirst();
    }

    void put(long project, @Nullable DenialWatch watch) {
        jdbc.update("delete from rulebook_watch where project_id = ?", project);
        if (watch != null) {
            jdbc.update(
                    "insert into rulebook_watch values (?, ?, ?)",
                    project,
                    Math.round(watch.factor() * TENTHS),
                    watch.least());
        }
    }

    /** Versions that somebody wrote and that came into force after an instant. What was taken up again is not watched. */
    List<Watched> since(Instant instant) {
        return jdbc.query(
                """
                select r.project_id, r.number, coalesce(r.everywhere, r.published) as since, r.group_id, w.factor, w.least,
                    r.state = 'IN_PART' as in_part
                from rulebook r join rulebook_watch w on w.project_id = r.project_id
                where r.state in ('IN_FORCE', 'IN_PART') and r.restored is null and r.published_by <> 0
                  and coalesce(r.everywhere, r.published) > ?""",
                (row, n) -> new Watched(
                        row.getLong("project_id"),
                        row.getInt("number"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getBoolean("in_part") ? row.getString("group_id") : null,
                        watch(row)),
                time(instant));
    }

    /**
     * How many requests the server denied from one moment until another.
     *
     * @param devices at which; null is everywhere
     */
    long denials(long project, @Nullable Set<String> devices, Instant from, Instant until) {
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                select count(*) from acs_log where project_id = ? and at >= ? and at < ? and verdict = 'DENY'
                    and reason <> 'DECIDED_BY_DEVICE' and (? or device_id = any (?))""",
                Long.class,
                project,
                time(from),
                time(until),
                devices == null,
                devices == null ? new String[0] : devices.toArray(String[]::new)));
    }

    /** When the log of a project begins; empty when there is nothing in it. */
    Optional<Instant> first(long project) {
        OffsetDateTime first =
                jdbc.queryForObject("select min(at) from acs_log where project_id = ?", OffsetDateTime.class, project);
        return Optional.ofNullable(first).map(OffsetDateTime::toInstant);
    }

    private static DenialWatch watch(ResultSet row) throws SQLException {
        return new DenialWatch(row.getInt("factor") / TENTHS, row.getInt("least"));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
