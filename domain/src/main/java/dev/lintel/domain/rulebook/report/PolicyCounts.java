package dev.lintel.domain.rulebook.report;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.access.BesideSealing;
import dev.lintel.domain.access.SiteSnapshot;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often policies counted requests, day by day. They are added up where the entries of the log are sealed, once each, so that
 * no door waits; what is counted stays when the entries are removed.
 */
@Component
class PolicyCounts {
    private final AccessDirectory directory;
    private final JdbcTemplate jdbc;

    PolicyCounts(AccessDirectory directory, JdbcTemplate jdbc) {
        this.directory = directory;
        this.jdbc = jdbc;
    }

    /** Those of a day and later, the latest first. */
    List<PolicyCount> since(long project, LocalDate day) {
        return jdbc.query(
                """
                select policy, name, day, opened, kept_shut from policy_count
                where project_id = ? and day >= ? order by day desc, name, policy""",
                (row, number) -> new PolicyCount(
                        row.getString("policy"),
                        row.getString("name"),
                        row.getObject("day", LocalDate.class),
                        row.getInt("opened"),
                        row.getInt("kept_shut")),
                project,
                day);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void settled(AcsLogEntry.Settled settled) {
        SiteSnapshot site = directory.site(settled.project());
        if (site != null && site.isRuled()) {
            BesideSealing.attempt(
                    jdbc,
                    "some requests were not counted under policies",
                    () -> count(settled, site.project().timeZone().getId()));
        }
    }

    private void count(AcsLogEntry.Settled settled, String zone) {
        jdbc.update("""
                insert into policy_count (project_id, policy, day, name, opened, kept_shut)
                select e.project_id, o ->> 'policy', (e.at at time zone ?)::date as day,
                    (array_agg(o ->> 'name' order by e.id desc))[1],
                    count(*) filter (where e.verdict = 'GRANT'), count(*) filter (where e.verdict <> 'GRANT')
                from acs_log e cross join lateral jsonb_array_elements(e.decision -> 'obligations') o
                where e.id = any (?) and o ->> 'obligation' = 'count'
                group by e.project_id, o ->> 'policy', day
                on conflict (project_id, policy, day) do update set name = excluded.name,
                    opened = policy_count.opened + excluded.opened,
                    kept_shut = policy_count.kept_shut + excluded.kept_shut""", zone, settled.entries().toArray(Long[]::new));
    }
}
