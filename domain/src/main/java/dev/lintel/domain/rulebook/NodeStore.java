package dev.lintel.domain.rulebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What each server says of itself. */
@Repository
class NodeStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcTemplate jdbc;

    NodeStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param label by what doors of the project are decided there */
    record Seen(String name, Instant at, String label) {}

    /** A version that has been in force for a while. */
    record Switched(long project, int number) {}

    /** @param labels by the id of the project; none is the shipped rules alone */
    void put(String name, Instant now, Map<String, String> labels) {
        jdbc.update("""
                insert into node (name, seen, rulebooks) values (?, ?, ?::jsonb)
                on conflict (name) do update set seen = excluded.seen, rulebooks = excluded.rulebooks""", name, time(now), JSON.writeValueAsString(labels));
    }

    void remove(String name) {
        jdbc.update("delete from node where name = ?", name);
    }

    void forget(Instant unheardSince) {
        jdbc.update("delete from node where seen < ?", time(unheardSince));
    }

    List<Seen> of(long project) {
        return jdbc.query(
                "select name, seen, coalesce(rulebooks ->> ?, '') as label from node order by name",
                (row, n) -> new Seen(row.getString("name"), instant(row), row.getString("label")),
                Long.toString(project));
    }

    /** Versions that came into force before a moment and of which nobody was told that a server has not switched. */
    List<Switched> untold(Instant before) {
        return jdbc.query("""
                select project_id, number from rulebook
                where state in ('IN_FORCE', 'IN_PART') and not lag_told and coalesce(everywhere, published) < ?""", (row, n) -> new Switched(row.getLong("project_id"), row.getInt("number")), time(before));
    }

    /** @return false when another node was quicker */
    boolean tell(Switched version) {
        return jdbc.update(
                        "update rulebook set lag_told = true where project_id = ? and number = ? and not lag_told",
                        version.project(),
                        version.number())
                == 1;
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("seen", OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
