package dev.lintel.domain.rulebook.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Says by the ACS log what was used. */
@Repository
class UseStore {
    private static final String SINCE = " where l.project_id = ? and l.at >= ?";

    private final JdbcTemplate jdbc;

    UseStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids of the policies that concerned any request since an instant. */
    Set<String> policies(long project, Instant since) {
        return new HashSet<>(jdbc.queryForList(
                "select distinct p ->> 'id' from acs_log l, jsonb_array_elements(l.decision -> 'policies') p" + SINCE
                        + " and jsonb_typeof(l.decision -> 'policies') = 'array'",
                String.class,
                project,
                since.atOffset(ZoneOffset.UTC)));
    }

    /** Restrictions that are granted to anybody and opened no door since an instant, by name. */
    List<UnusedRight> unusedRights(long project, Instant since) {
        return jdbc.query(
                """
                with opened as (select l.restrictions, l.device_id from acs_log l where l.project_id = ? and l.at >= ?
                                and l.verdict = 'GRANT'),
                     named as (select distinct unnest(restrictions) as id from opened),
                     -- a device that decided by itself does not say by which restriction
                     alone as (select distinct device_id as id from opened where restrictions = '{}')
                select r.id, r.name, count(t.group_id) as groups, count(t.person_id) as people,
                    count(t.identifier_id) as identifiers
                from restriction r
                join restriction_grant t on t.project_id = r.project_id and t.restriction_id = r.id
                where r.project_id = ? and r.id not in (select id from named)
                  and not exists (select from restriction_line n where n.project_id = r.project_id
                                  and n.restriction_id = r.id and n.device_id in (select id from alone))
                group by r.id, r.name order by r.name collate people, r.id""",
                (row, n) -> new UnusedRight(
                        row.getString("id"),
                        row.getString("name"),
                        row.getInt("groups"),
                        row.getInt("people"),
                        row.getInt("identifiers")),
                project,
                since.atOffset(ZoneOffset.UTC),
                project);
    }
}
