package dev.lintel.domain.identifier;

import dev.lintel.domain.group.InReach;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What one person carries and where it lets them in: identifiers, and restrictions granted to them or to their groups. */
@Service
public class PersonalAccess {
    private static final String GRANTED = """
            select r.id, r.name, g.name as group_name, i.type as identifier_type from restriction_grant t
            join restriction r on r.project_id = t.project_id and r.id = t.restriction_id
            left join object_group g on g.project_id = t.project_id and g.id = t.group_id
            left join identifier i on i.project_id = t.project_id and i.id = t.identifier_id
            where t.project_id = ? and (t.person_id = ? or i.person_id = ? or t.group_id in (
                select unnest(home.above || home.id) from person_group m
                join object_group home on home.project_id = m.project_id and home.id = m.group_id
                where m.project_id = ? and m.person_id = ?))
            order by r.name, g.name""";

    private final JdbcTemplate jdbc;

    PersonalAccess(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An identifier as its owner's page shows it.
     *
     * @param name as people call it; may be empty
     * @param from null is without beginning
     * @param until null is without end
     * @param passesLeft null is without limit
     * @param guest null for the person's own
     */
    public record Carried(
            String id,
            String name,
            IdentifierType type,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Integer passesLeft,
            boolean revoked,
            boolean suspended,
            @Nullable GuestKind guest) {
        /** Whether it can be used. */
        public IdentifierState state(Instant at) {
            return IdentifierState.of(revoked, suspended, from, until, passesLeft, at);
        }
    }

    /**
     * A restriction that lets somebody in.
     *
     * @param id of the restriction
     * @param restriction its name
     * @param group by which they have it; null when it is granted to them or to an identifier of theirs
     * @param identifier type of the identifier that it is granted to; null when it is not
     */
    public record Granted(
            String id,
            String restriction,
            @Nullable String group,
            @Nullable IdentifierType identifier) {}

    /** None where the actor may not see identifiers of this person. */
    @Transactional(readOnly = true)
    public List<Carried> identifiers(Actor actor, long project, String person) {
        Reach reach = actor.reach(Permission.IDENTIFIER_VIEW_OWN);
        SqlCondition wanted = SqlCondition.of("i.project_id = ? and i.person_id = ?", project, person)
                .and(actor.sees(project) ? InReach.person(reach, "i.project_id", "i.person_id") : SqlCondition.none());
        return jdbc.query(
                "select * from identifier i where " + wanted.sql() + " order by guest nulls first, type, id",
                (row, number) -> carried(row),
                wanted.parameters().toArray());
    }

    private static Carried carried(ResultSet row) throws SQLException {
        Integer most = row.getObject("max_passes", Integer.class);
        String guest = row.getString("guest");
        return new Carried(
                row.getString("id"),
                row.getString("name"),
                IdentifierType.valueOf(row.getString("type")),
                instant(row, "valid_from"),
                instant(row, "valid_until"),
                most == null ? null : Math.max(0, most - row.getInt("passes_used")),
                row.getBoolean("revoked"),
                row.getBoolean("suspended"),
                guest == null ? null : GuestKind.valueOf(guest));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** None where the actor may not see restrictions, or not this person. */
    @Transactional(readOnly = true)
    public List<Granted> restrictions(Actor actor, long project, String person) {
        SqlCondition visible = SqlCondition.of("p.project_id = ? and p.id = ?", project, person)
                .and(InReach.person(actor.reach(Permission.USER_VIEW), "p.project_id", "p.id"));
        boolean seen = actor.may(Permission.ACCESS_RESTRICTION_VIEW)
                && actor.sees(project)
                && Boolean.TRUE.equals(jdbc.queryForObject(
                        "select exists (select from person p where " + visible.sql() + ")",
                        Boolean.class,
                        visible.parameters().toArray()));
        if (!seen) {
            return List.of();
        }
        return jdbc.query(
                GRANTED,
                (row, number) -> {
                    String type = row.getString("identifier_type");
                    return new Granted(
                            row.getString("id"),
                            row.getString("name"),
                            row.getString("group_name"),
                            type == null ? null : IdentifierType.valueOf(type));
                },
                project,
                person,
                person,
                project,
                person);
    }
}
