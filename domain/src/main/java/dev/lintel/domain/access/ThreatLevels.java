package dev.lintel.domain.access;

import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.wire.WireName;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How dangerous it is where: set by people, for a group and all below it, and in force at every door at once. */
@Service
public class ThreatLevels {
    private final AccessDirectory directory;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    ThreatLevels(AccessDirectory directory, JdbcTemplate jdbc, ApplicationEventPublisher events, InstantSource clock) {
        this.directory = directory;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A level that somebody has set.
     *
     * @param group id; the root group is for the whole project
     * @param by login of who set it
     */
    public record SetLevel(String group, String groupName, ThreatLevel level, Instant since, String by) {}

    /** Published in the transaction that changes a level. */
    public record Changed(long project) {}

    /** Where it is not as usual, by name, as far as the actor may see the rules or set a level. */
    @Transactional(readOnly = true)
    public List<SetLevel> of(Actor actor, long project) {
        Reach reach = actor.reach(Permission.THREAT_SET);
        if (actor.reach(Permission.RULE_VIEW) instanceof Reach.Nothing) {
            actor.requireReach(Permission.THREAT_SET);
        }
        boolean all = actor.reach(Permission.RULE_VIEW).hasProject(project);
        SiteSnapshot site = directory.site(project);
        if (site == null) {
            return List.of();
        }
        return jdbc
                .query(
                        """
                        select t.*, g.name as group_name from threat_level t
                        join object_group g on g.project_id = t.project_id and g.id = t.group_id
                        where t.project_id = ? order by g.name, g.id""",
                        (row, number) -> new SetLevel(
                                row.getString("group_id"),
                                row.getString("group_name"),
                                ThreatLevel.valueOf(row.getString("level")),
                                row.getObject("since", OffsetDateTime.class).toInstant(),
                                row.getString("set_by")),
                        project)
                .stream()
                .filter(set -> all || reach.hasGroup(project, set.group(), site.above(set.group())))
                .toList();
    }

    /** Whether somebody may set the level of a group. */
    public boolean maySet(Actor actor, long project, String group) {
        return reached(actor.reach(Permission.THREAT_SET), project, group).isPresent();
    }

    /**
     * Sets the level of a group and of all below it; doors are decided by it when this returns.
     *
     * @return false when there is no such group within reach
     */
    @Transactional
    public boolean set(Actor actor, long project, String group, ThreatLevel level) {
        Reach reach = actor.requireReach(Permission.THREAT_SET);
        // two who set it at once follow each other, and the audit tells both
        jdbc.queryForList(
                "select id from object_group where project_id = ? and id = ? for no key update",
                String.class,
                project,
                group);
        Optional<ObjectGroup> known = reached(reach, project, group);
        known.ifPresent(there -> {
            ThreatLevel before = stored(project, group);
            if (before != level) {
                store(actor, project, group, level);
                events.publishEvent(new RecordChanged(
                        actor,
                        project,
                        "threat-level",
                        group,
                        there.name(),
                        Map.of("level", WireName.of(before)),
                        Map.of("level", WireName.of(level))));
                events.publishEvent(new Changed(project));
            }
        });
        return known.isPresent();
    }

    private Optional<ObjectGroup> reached(Reach reach, long project, String group) {
        SiteSnapshot site = directory.site(project);
        ObjectGroup known = site == null ? null : site.group(group);
        return site != null && known != null && reach.hasGroup(project, group, site.above(group))
                ? Optional.of(known)
                : Optional.empty();
    }

    private ThreatLevel stored(long project, String group) {
        return jdbc
                .queryForList(
                        "select level from threat_level where project_id = ? and group_id = ?",
                        String.class,
                        project,
                        group)
                .stream()
                .findFirst()
                .map(ThreatLevel::valueOf)
                .orElse(ThreatLevel.NORMAL);
    }

    private void store(Actor actor, long project, String group, ThreatLevel level) {
        if (level == ThreatLevel.NORMAL) {
            jdbc.update("delete from threat_level where project_id = ? and group_id = ?", project, group);
        } else {
            jdbc.update("""
                    insert into threat_level (project_id, group_id, level, since, set_by) values (?, ?, ?, ?, ?)
                    on conflict (project_id, group_id)
                    do update set level = excluded.level, since = excluded.since, set_by = excluded.set_by""", project, group, level.name(), clock.instant().atOffset(ZoneOffset.UTC), actor.name());
        }
        jdbc.query("select pg_notify(?, ?)", row -> {}, ThreatsInForce.CHANNEL, Long.toString(project));
    }
}
