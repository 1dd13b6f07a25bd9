package dev.lintel.domain.user;

import dev.lintel.domain.group.GroupNode;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** Who belongs to groups. */
@Service
public class GroupMembers {
    private final JdbcTemplate jdbc;

    GroupMembers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Who belongs to this very group, by name; empty where the actor's reach ends. */
    public List<GroupMember> of(Actor actor, GroupNode group, int offset, int limit) {
        boolean within = actor.requireReach(Permission.USER_VIEW).hasGroup(group.project(), group.id(), group.above());
        return within
                ? jdbc.query(
                        """
                        select p.id, p.name, p.suspended
                        from person_group m join person p on p.project_id = m.project_id and p.id = m.person_id
                        where m.project_id = ? and m.group_id = ?
                        order by p.name collate people, p.id offset ? limit ?""",
                        (row, number) -> new GroupMember(
                                row.getString("id"), row.getString("name"), row.getBoolean("suspended")),
                        group.project(),
                        group.id(),
                        offset,
                        limit)
                : List.of();
    }
}
