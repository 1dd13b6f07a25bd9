package dev.lintel.domain.restriction;

import dev.lintel.domain.group.InReach;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.permission.Unguarded;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The restrictions that somebody can hand out: whoever reaches only some groups hands out what these groups have, and what
 * opens no door outside of them.
 */
@Service
public class RestrictionChoices {
    private final JdbcTemplate jdbc;

    RestrictionChoices(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A restriction to choose. */
    public record Choice(String id, String name) {}

    /**
     * By name; none for somebody who may not see restrictions.
     *
     * @param text part of the name; empty is everything
     */
    @Transactional(readOnly = true)
    public List<Choice> find(Actor actor, long project, String text, int offset, int limit) {
        SqlCondition wanted = within(actor, project)
                .and(
                        text.isBlank()
                                ? SqlCondition.all()
                                : SqlCondition.of("position(lower(?) in lower(r.name)) > 0", text.strip()));
        return query(wanted, " limit " + limit + " offset " + offset);
    }

    /** Those of them that the actor can hand out. */
    @Transactional(readOnly = true)
    public Set<String> reached(Actor actor, long project, Collection<String> ids) {
        SqlCondition wanted =
                within(actor, project).and(SqlCondition.of("r.id = any (?)", (Object) ids.toArray(String[]::new)));
        return query(wanted, "").stream().map(Choice::id).collect(Collectors.toUnmodifiableSet());
    }

    /** What those of the project are called, by name. */
    @Transactional(readOnly = true)
    public List<Choice> known(Actor actor, long project, Collection<String> ids) {
        boolean seen = actor.may(Permission.ACCESS_RESTRICTION_VIEW) && actor.sees(project);
        SqlCondition wanted = SqlCondition.of(
                        "r.project_id = ? and r.id = any (?)", project, ids.toArray(String[]::new))
                .and(seen ? SqlCondition.all() : SqlCondition.none());
        return query(wanted, "");
    }

    /** Names in order, for what people read of a change. */
    @Unguarded("the audit tells names of what its readers may see")
    public List<String> names(long project, Collection<String> ids) {
        return jdbc.queryForList(
                "select name from restriction where project_id = ? and id = any (?) order by name collate people, id",
                String.class,
                project,
                ids.toArray(String[]::new));
    }

    private List<Choice> query(SqlCondition wanted, String page) {
        return jdbc.query(
                "select r.id, r.name from restriction r where " + wanted.sql() + " order by r.name collate people, r.id"
                        + page,
                (row, number) -> new Choice(row.getString("id"), row.getString("name")),
                wanted.parameters().toArray());
    }

    private static SqlCondition within(Actor actor, long project) {
        Reach reach = actor.reach(Permission.ACCESS_RESTRICTION_VIEW);
        SqlCondition here = SqlCondition.of("r.project_id = ?", project);
        return switch (reach) {
            case Reach.Part part -> here.and(held(part).or(opensNothingElse(part)));
            case Reach.Everything all -> here;
            case Reach.WholeProject whole -> whole.project() == project ? here : SqlCondition.none();
            case Reach.Nothing nothing -> SqlCondition.none();
        };
    }

    private static SqlCondition held(Reach reach) {
        SqlCondition group = InReach.group(reach, "g.project_id", "g.id");
        return new SqlCondition("""
                exists (select from restriction_grant t
                        join object_group g on g.project_id = t.project_id and t.group_id = any (g.above || g.id)
                        where t.project_id = r.project_id and t.restriction_id = r.id and\s""" + group.sql() + ")", group.parameters());
    }

    private static SqlCondition opensNothingElse(Reach reach) {
        SqlCondition device = InReach.group(reach, "d.project_id", "d.group_id");
        String lines = """
                (select from restriction_line l
                 join device d on d.project_id = l.project_id and d.id = l.device_id
                 where l.project_id = r.project_id and l.restriction_id = r.id""";
        return new SqlCondition(
                "exists " + lines + ") and not exists " + lines + " and not (" + device.sql() + "))",
                device.parameters());
    }
}
