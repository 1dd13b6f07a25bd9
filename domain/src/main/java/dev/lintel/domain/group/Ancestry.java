package dev.lintel.domain.group;

import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps with each stored group which groups are above it. */
public final class Ancestry {
    private static final String FROM_ONE = """
            select g.project_id, g.id, case when p.id is null then '{}'::text[] else p.above || p.id end as above
            from object_group g left join object_group p on p.project_id = g.project_id and p.id = g.parent
            where g.project_id = ? and g.id = ?""";

    private static final String FROM_THE_ROOT = """
            select g.project_id, g.id, '{}'::text[] as above
            from object_group g where g.project_id = ? and g.parent is null""";

    private final JdbcTemplate jdbc;

    public Ancestry(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Works out anew what is above groups that are new or may have moved, and above everything below them.
     *
     * @param changed ids of stored groups
     */
    public void refresh(long project, Collection<String> changed) {
        if (changed.size() == 1) {
            update(FROM_ONE, project, changed.iterator().next());
        } else if (!changed.isEmpty()) {
            // where one of them may be above another, going through the whole tree is as quick as finding out
            update(FROM_THE_ROOT, project);
        }
    }

    private void update(String start, Object... parameters) {
        // the project is taken from the row above: of a project that is new, the planner would believe it to be empty,
        // and look at each of its groups for each of them
        jdbc.update("with recursive down as (" + start + """
                 union all
                select child.project_id, child.id, down.above || down.id
                from down join object_group child on child.project_id = down.project_id and child.parent = down.id)
                update object_group set above = down.above from down
                where object_group.project_id = down.project_id and object_group.id = down.id
                  and object_group.above <> down.above""", parameters);
    }
}
