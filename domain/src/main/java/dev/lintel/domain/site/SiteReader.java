package dev.lintel.domain.site;

import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.restriction.RestrictionLine;
import dev.lintel.domain.schedule.holiday.HolidayStore;
import dev.lintel.domain.user.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads projects as records. Why not as entities: {@code decisions/2026-11-22-why-site-rows-go-through-jdbc.md}. */
@Repository
public class SiteReader {
    /** Rows that the driver holds at a time; without a limit, a result of 150,000 rows stands in memory twice. */
    private static final int FETCH_SIZE = 2_000;

    private static final String USERS = """
        select p.*, array(
            select g.group_id from person_group g
            where g.project_id = p.project_id and g.person_id = p.id order by g.position) as groups
        from person p where p.project_id = ?""";

    private final JdbcTemplate jdbc;
    private final HolidayStore calendars;

    public SiteReader(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
        jdbc.setFetchSize(FETCH_SIZE);
        calendars = new HolidayStore(jdbc);
    }

    /** One identifier as it is stored at this moment, with its passes counted. */
    public Optional<Identifier> identifier(long project, String id) {
        String sql = "select * from identifier where project_id = ? and id = ?";
        return jdbc.query(sql, SiteRows.IDENTIFIER, project, id).stream().findFirst();
    }

    /** All of a project as of one moment. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Site read(Project project) {
        long id = project.id();
        return new Site(
                project.name(),
                project.timeZone(),
                rows("select * from object_group where project_id = ?", SiteRows.GROUP, id),
                rows("select * from schedule where project_id = ?", SiteRows.SCHEDULE, id),
                calendars.all(id),
                rows("select * from device where project_id = ?", SiteRows.DEVICE, id),
                restrictions(id),
                rows("select * from restriction_grant where project_id = ?", SiteRows.GRANT, id),
                rows(USERS, SiteRows.USER, id),
                rows("select * from identifier where project_id = ?", SiteRows.IDENTIFIER, id));
    }

    private <T> List<T> rows(String sql, RowMapper<T> mapper, long project) {
        return jdbc.query(sql, mapper, project);
    }

    /** The devices with these ids, by name. */
    List<Device> devices(long project, List<String> ids) {
        return jdbc.query(
                "select * from device where project_id = ? and id = any (?) order by name, id",
                SiteRows.DEVICE,
                project,
                ids.toArray(String[]::new));
    }

    /** Who belongs to any of these groups, by name. */
    List<User> usersOf(long project, String... groups) {
        return jdbc.query(USERS + """
             and exists (select from person_group m
                         where m.project_id = p.project_id and m.person_id = p.id and m.group_id = any (?))
            order by p.name, p.id""", SiteRows.USER, project, groups);
    }

    List<AccessRestriction> restrictions(long project) {
        Map<String, List<RestrictionLine>> lines = byRestriction("restriction_line", SiteRows.LINE, project);
        Map<String, List<String>> schedules =
                byRestriction("restriction_schedule", (row, number) -> row.getString("schedule_id"), project);
        RowMapper<AccessRestriction> mapper = (row, number) -> {
            String id = row.getString("id");
            return new AccessRestriction(
                    id,
                    row.getString("name"),
                    row.getBoolean("guest_usable"),
                    lines.getOrDefault(id, List.of()),
                    schedules.getOrDefault(id, List.of()));
        };
        return rows("select * from restriction where project_id = ?", mapper, project);
    }

    private <T> Map<String, List<T>> byRestriction(String table, RowMapper<T> mapper, long project) {
        Map<String, List<T>> found = new HashMap<>();
        jdbc.query(
                "select * from " + table + " where project_id = ? order by restriction_id, position",
                row -> {
                    found.computeIfAbsent(row.getString("restriction_id"), unused -> new ArrayList<>())
                            .add(mapper.mapRow(row, 0));
                },
                project);
        return found;
    }
}
