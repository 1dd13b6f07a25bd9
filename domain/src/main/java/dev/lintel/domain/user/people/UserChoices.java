package dev.lintel.domain.user.people;

import dev.lintel.domain.group.InReach;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Profile;
import dev.lintel.domain.permission.Profiles;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody can choose from for a user: the groups within reach, the profiles that they may hand out. */
@Service
public class UserChoices {
    /** A group by the names that lead to it, the root's only for the root itself. */
    static final String PLACES = """
            select g.id, g.project_id, coalesce((
                    select string_agg(above.name, ' / ' order by cardinality(above.above)) || ' / '
                    from object_group above where above.project_id = g.project_id and above.id = any (g.above)
                      and above.parent is not null), '') || g.name as path
            from object_group g where\s""";

    private final Profiles profiles;
    private final JdbcTemplate jdbc;

    UserChoices(Profiles profiles, JdbcTemplate jdbc) {
        this.profiles = profiles;
        this.jdbc = jdbc;
    }

    /**
     * A group to choose.
     *
     * @param path names from below the root down to the group
     */
    public record Place(String id, String path) {}

    /**
     * Groups that the actor can put users into.
     *
     * @param text part of the path; empty is everything
     */
    @Transactional(readOnly = true)
    public List<Place> find(Actor actor, long project, String text, int offset, int limit) {
        SqlCondition within = SqlCondition.of("g.project_id = ?", project)
                .and(
                        actor.sees(project)
                                ? InReach.group(actor.reach(Permission.USER_CREATE), "g.project_id", "g.id")
                                        .or(InReach.group(actor.reach(Permission.USER_EDIT), "g.project_id", "g.id"))
                                : SqlCondition.none());
        SqlCondition wanted = within.and(
                text.isBlank()
                        ? SqlCondition.all()
                        : SqlCondition.of("position(lower(?) in lower(g.name)) > 0", text.strip()));
        return jdbc.query(
                "select id, path from (" + PLACES + wanted.sql() + ") found order by length(path), path limit " + limit
                        + " offset " + offset,
                (row, number) -> new Place(row.getString("id"), row.getString("path")),
                wanted.parameters().toArray());
    }

    /** The groups of a user whom the actor sees, in the order given. */
    @Transactional(readOnly = true)
    public List<Place> known(Actor actor, long project, Collection<String> ids) {
        SqlCondition wanted = SqlCondition.of(
                        "g.project_id = ? and g.id = any (?)", project, ids.toArray(String[]::new))
                .and(actor.sees(project) ? SqlCondition.all() : SqlCondition.none());
        List<Place> found = jdbc.query(
                PLACES + wanted.sql(),
                (row, number) -> new Place(row.getString("id"), row.getString("path")),
                wanted.parameters().toArray());
        return ids.stream()
                .flatMap(id -> found.stream().filter(place -> place.id().equals(id)))
                .toList();
    }

    /** Profiles of the project that the actor may hand out. */
    @Transactional(readOnly = true)
    public List<Profile> profiles(Actor actor, long project) {
        return actor.sees(project) ? profiles.available(actor, project) : List.of();
    }
}
