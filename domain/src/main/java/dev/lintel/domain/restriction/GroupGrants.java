package dev.lintel.domain.restriction;

import dev.lintel.domain.group.GroupNode;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** What is granted to groups. */
@Service
public class GroupGrants {
    private final JdbcTemplate jdbc;

    GroupGrants(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is granted to the group and to those above it, nearest first; empty where the actor's reach ends. */
    public List<GroupGrant> of(Actor actor, GroupNode node) {
        boolean within = actor.requireReach(Permission.ACCESS_RESTRICTION_VIEW)
                .hasGroup(node.project(), node.id(), node.above());
        if (!within) {
            return List.of();
        }
        List<String> groups = new ArrayList<>(node.above());
        groups.add(node.id());
        return jdbc.query(
                """
                select r.name, g.id as group_id, g.name as group_name,
                       (select count(*) from restriction_line l
                        where l.project_id = r.project_id and l.restriction_id = r.id) as doors,
                       array(select s.name from restriction_schedule rs
                             join schedule s on s.project_id = rs.project_id and s.id = rs.schedule_id
                             where rs.project_id = r.project_id and rs.restriction_id = r.id
                             order by rs.position) as schedules
                from restriction_grant t
                join restriction r on r.project_id = t.project_id and r.id = t.restriction_id
                join object_group g on g.project_id = t.project_id and g.id = t.group_id
                where t.project_id = ? and t.group_id = any (?)
                order by cardinality(g.above) desc, r.name, r.id""",
                (row, number) -> new GroupGrant(
                        row.getString("name"),
                        row.getString("group_id"),
                        row.getString("group_name"),
                        row.getInt("doors"),
                        List.of((String[]) row.getArray("schedules").getArray())),
                node.project(),
                groups.toArray(String[]::new));
    }
}
