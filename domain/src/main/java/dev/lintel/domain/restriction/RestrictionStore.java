package dev.lintel.domain.restriction;

import dev.lintel.domain.listing.SqlCondition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads access restrictions, and keeps of them what site files do not know. The rest is stored with the site. */
@Repository
class RestrictionStore {
    private final JdbcTemplate jdbc;

    RestrictionStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Restrictions {@code r} that fulfil a condition, by name. */
    List<StoredRestriction> find(SqlCondition condition) {
        return jdbc.query(
                """
                select r.*, array(select s.schedule_id from restriction_schedule s
                                  where s.project_id = r.project_id and s.restriction_id = r.id
                                  order by s.position) as schedules
                from restriction r where\s""" + condition.sql() + " order by r.name, r.id",
                this::restriction,
                condition.parameters().toArray());
    }

    private StoredRestriction restriction(ResultSet row, int number) throws SQLException {
        long project = row.getLong("project_id");
        String id = row.getString("id");
        return new StoredRestriction(
                project,
                new AccessRestriction(
                        id,
                        row.getString("name"),
                        row.getBoolean("guest_usable"),
                        lines(project, id),
                        Arrays.asList((String[]) row.getArray("schedules").getArray())),
                row.getString("description"),
                targets(project, id),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }

    private List<RestrictionLine> lines(long project, String id) {
        return jdbc.query(
                "select * from restriction_line where project_id = ? and restriction_id = ? order by position",
                (row, number) -> new RestrictionLine(
                        row.getString("device_id"),
                        row.getString("access_point"),
                        LockChoice.valueOf(row.getString("lock"))),
                project,
                id);
    }

    private List<GrantTarget> targets(long project, String id) {
        return jdbc.query("""
                select * from restriction_grant where project_id = ? and restriction_id = ?
                order by group_id is null, person_id is null, group_id, person_id, identifier_id""", (row, number) -> target(row), project, id);
    }

    /** Whom a row of a grant names. */
    static GrantTarget target(ResultSet row) throws SQLException {
        String group = row.getString("group_id");
        String person = row.getString("person_id");
        if (group != null) {
            return new GrantTarget.ToGroup(group);
        }
        return person != null
                ? new GrantTarget.ToUser(person)
                : new GrantTarget.ToIdentifier(row.getString("identifier_id"));
    }

    /** What site files do not know; makes it a new version. */
    void saveRest(long project, String id, String description) {
        jdbc.update(
                "update restriction set description = ?, version = version + 1 where project_id = ? and id = ?",
                description,
                project,
                id);
    }

    /** Ids of those of them for which a condition holds. */
    List<String> among(String table, SqlCondition condition) {
        return jdbc.queryForList(
                "select x.id from " + table + " x where " + condition.sql(),
                String.class,
                condition.parameters().toArray());
    }

    /** How many locks these devices have, by id. */
    Map<String, Integer> locks(SqlCondition devices) {
        return jdbc
                .query(
                        "select d.id, d.locks from device d where " + devices.sql(),
                        (row, number) -> Map.entry(row.getString("id"), row.getInt("locks")),
                        devices.parameters().toArray())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Names by id, for what people read. */
    Map<String, String> names(String table, String name, long project, Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .query(
                                "select x.id, " + name + " as name from " + table
                                        + " x where x.project_id = ? and x.id = any (?)",
                                (row, number) -> Map.entry(row.getString("id"), row.getString("name")),
                                project,
                                ids.toArray(String[]::new))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
