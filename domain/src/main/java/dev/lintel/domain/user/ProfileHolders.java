package dev.lintel.domain.user;

import dev.lintel.domain.group.InReach;
import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.permission.ProfileRetired;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.permission.RecordChanged;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who has a profile, as far as the asker may see people; and the move to another one before it is deleted. */
@Service
public class ProfileHolders {
    /** More names than this nobody reads. */
    public static final int MOST_NAMED = 200;

    private final JdbcTemplate jdbc;
    private final ProjectStore projects;
    private final ApplicationEventPublisher events;

    ProfileHolders(JdbcTemplate jdbc, ProjectStore projects, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.projects = projects;
        this.events = events;
    }

    /** Somebody who has a profile. */
    public record Holder(String person, String name) {}

    /** How many people of the project have each profile, by the profile's id; those that nobody has are left out. */
    public Map<String, Integer> counts(Actor actor, long project) {
        SqlCondition where = within(actor, project);
        Map<String, Integer> counts = new HashMap<>();
        jdbc.query(
                "select p.profile, count(*) as people from person p where " + where.sql() + " group by p.profile",
                row -> {
                    counts.put(row.getString("profile"), row.getInt("people"));
                },
                where.parameters().toArray());
        return counts;
    }

    /** The first {@value #MOST_NAMED} people of the project who have the profile, by name. */
    public List<Holder> of(Actor actor, long project, String profile) {
        SqlCondition where = within(actor, project).and(SqlCondition.of("p.profile = ?", profile));
        return jdbc.query(
                "select p.id, p.name from person p where " + where.sql() + " order by p.name limit " + MOST_NAMED,
                (row, number) -> new Holder(row.getString("id"), row.getString("name")),
                where.parameters().toArray());
    }

    private static SqlCondition within(Actor actor, long project) {
        return SqlCondition.of("p.project_id = ?", project)
                .and(InReach.person(actor.reach(Permission.USER_VIEW), "p.project_id", "p.id"));
    }

    /** @throws PermissionDeniedException when there are people among them whom the actor may not change */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void move(ProfileRetired retired) {
        Reach reach = retired.by().requireReach(Permission.USER_EDIT);
        List<Long> affected =
                jdbc.queryForList("""
                select distinct project_id from person
                where profile = ? and (?::bigint is null or project_id = ?) order by project_id""", Long.class, retired.profile(), retired.project(), retired.project());
        for (long project : affected) {
            boolean everybody = reach instanceof Reach.Everything || reach.equals(new Reach.WholeProject(project));
            if (!everybody) {
                throw new PermissionDeniedException(Permission.USER_EDIT);
            }
            move(project, retired);
        }
    }

    private void move(long project, ProfileRetired retired) {
        projects.lock(project);
        List<User> moved = jdbc.query(
                """
                select p.*, array(select m.group_id from person_group m
                    where m.project_id = p.project_id and m.person_id = p.id order by m.position) as groups
                from person p where p.project_id = ? and p.profile = ?""",
                (row, number) -> new User(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("email"),
                        retired.instead(),
                        List.of((String[]) row.getArray("groups").getArray()),
                        row.getBoolean("suspended")),
                project,
                retired.profile());
        events.publishEvent(new UsersChanged(project, List.of(), moved, List.of()));
        moved.forEach(user -> events.publishEvent(new RecordChanged(
                retired.by(),
                project,
                "user",
                user.id(),
                user.name(),
                Map.of("profile", name(retired.profile())),
                Map.of("profile", name(retired.instead())))));
    }

    /** What an own profile is called; a built-in one goes by its code. */
    private String name(String profile) {
        return jdbc.queryForList("select name from profile where id = ?", String.class, profile).stream()
                .findFirst()
                .orElse(profile);
    }
}
