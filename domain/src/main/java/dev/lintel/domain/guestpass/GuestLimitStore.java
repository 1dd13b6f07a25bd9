package dev.lintel.domain.guestpass;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Keeps the limits of groups and of the server, and works out which of them are in force. */
@Repository
class GuestLimitStore {
    /** Every group on the way up from a person's groups, the nearest first. */
    private static final String WAY_UP = """
            select home.id as home, l.* from person_group m
            join object_group home on home.project_id = m.project_id and home.id = m.group_id
            left join guest_limit l on l.project_id = home.project_id and l.group_id = any (home.above || home.id)
            where m.project_id = ? and m.person_id = ?
            order by m.position, array_position(home.above || home.id, l.group_id) desc""";

    private static final String ABOVE = """
            select l.* from object_group home
            join guest_limit l on l.project_id = home.project_id and l.group_id = any (home.above)
            where home.project_id = ? and home.id = ?
            order by array_position(home.above, l.group_id) desc""";

    private final JdbcTemplate jdbc;

    GuestLimitStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    GuestLimits ofServer() {
        return jdbc.query("select * from guest_limit_of_server", (row, number) -> limits(row)).stream()
                .findFirst()
                .orElse(GuestLimits.NONE);
    }

    GuestLimits ofGroup(long project, String group) {
        return jdbc
                .query(
                        "select * from guest_limit where project_id = ? and group_id = ?",
                        (row, number) -> limits(row),
                        project,
                        group)
                .stream()
                .findFirst()
                .orElse(GuestLimits.NONE);
    }

    /** What holds for a group that says nothing itself. */
    GuestLimits above(long project, String group) {
        return jdbc.query(ABOVE, (row, number) -> limits(row), project, group).stream()
                .reduce(GuestLimits.NONE, GuestLimits::orElse)
                .orElse(ofServer());
    }

    /** What holds for a person. */
    GuestLimits ofPerson(long project, String person) {
        Map<String, GuestLimits> byHome = new LinkedHashMap<>();
        jdbc.query(
                WAY_UP,
                row -> {
                    byHome.merge(row.getString("home"), limits(row), GuestLimits::orElse);
                },
                project,
                person);
        GuestLimits server = ofServer();
        return byHome.values().stream()
                .map(limits -> limits.orElse(server))
                .reduce(GuestLimits::orMore)
                .orElse(server);
    }

    void saveOfServer(GuestLimits limits) {
        jdbc.update("""
                insert into guest_limit_of_server (most_days, most_passes, most_at_once) values (?, ?, ?)
                on conflict (only_one) do update set most_days = excluded.most_days,
                    most_passes = excluded.most_passes, most_at_once = excluded.most_at_once""", limits.days(), limits.passes(), limits.atOnce());
    }

    void save(long project, String group, GuestLimits limits) {
        if (limits.equals(GuestLimits.NONE)) {
            jdbc.update("delete from guest_limit where project_id = ? and group_id = ?", project, group);
            return;
        }
        jdbc.update("""
                insert into guest_limit (project_id, group_id, most_days, most_passes, most_at_once) values (?, ?, ?, ?, ?)
                on conflict (project_id, group_id) do update set most_days = excluded.most_days,
                    most_passes = excluded.most_passes, most_at_once = excluded.most_at_once""", project, group, limits.days(), limits.passes(), limits.atOnce());
    }

    private static GuestLimits limits(ResultSet row) throws SQLException {
        return new GuestLimits(
                row.getObject("most_days", Integer.class),
                row.getObject("most_passes", Integer.class),
                row.getObject("most_at_once", Integer.class));
    }
}
