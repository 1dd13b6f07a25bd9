package dev.lintel.domain.guestpass;

import dev.lintel.domain.group.InReach;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Membership;
import dev.lintel.domain.permission.Permission;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * For whom somebody can make guest passes, and what these can be given: everybody for themselves, and whoever issues
 * identifiers for all whom they issue them to.
 */
@Service
public class Hosts {
    private final GuestRestrictions restrictions;
    private final LimitsOfHosts limits;
    private final JdbcTemplate jdbc;

    Hosts(GuestRestrictions restrictions, LimitsOfHosts limits, JdbcTemplate jdbc) {
        this.restrictions = restrictions;
        this.limits = limits;
        this.jdbc = jdbc;
    }

    /** Somebody to expect a visitor. */
    public record Host(String id, String name) {}

    /** Whether the actor can make passes for anybody of the project at all. */
    public boolean anybody(Actor actor, long project) {
        return isHome(actor, project) && actor.may(Permission.GUEST_PASS_CREATE)
                || actor.sees(project)
                        && actor.reach(Permission.IDENTIFIER_CREATE).touches(project);
    }

    /** Whether the actor can make passes for others than themselves. */
    public boolean others(Actor actor, long project) {
        return actor.sees(project) && actor.reach(Permission.IDENTIFIER_CREATE).touches(project);
    }

    /**
     * Those for whom the actor can make passes, by name.
     *
     * @param text part of the name; empty is everything
     */
    @Transactional(readOnly = true)
    public List<Host> find(Actor actor, long project, String text, int offset, int limit) {
        SqlCondition wanted = within(actor, project)
                .and(
                        text.isBlank()
                                ? SqlCondition.all()
                                : SqlCondition.of("position(lower(?) in lower(p.name)) > 0", text.strip()));
        return jdbc.query(
                "select p.id, p.name from person p where " + wanted.sql()
                        + " order by p.name collate people, p.id limit " + limit + " offset " + offset,
                (row, number) -> new Host(row.getString("id"), row.getString("name")),
                wanted.parameters().toArray());
    }

    /** Empty for somebody for whom the actor cannot make passes. */
    @Transactional(readOnly = true)
    public Optional<Host> get(Actor actor, long project, String id) {
        SqlCondition wanted = within(actor, project).and(SqlCondition.of("p.id = ?", id));
        return jdbc
                .query(
                        "select p.id, p.name from person p where " + wanted.sql(),
                        (row, number) -> new Host(row.getString("id"), row.getString("name")),
                        wanted.parameters().toArray())
                .stream()
                .findFirst();
    }

    /** What a host can give to visitors; nothing for somebody for whom the actor cannot make passes. */
    @Transactional(readOnly = true)
    public List<OpenToGuests> restrictions(Actor actor, long project, String host) {
        return has(actor, project, host) ? restrictions.of(project, host) : List.of();
    }

    /** How much a host can give away of such passes; no limit for somebody for whom the actor cannot make any. */
    @Transactional(readOnly = true)
    public HostLimits limits(Actor actor, long project, String host, GuestKind kind, IdentifierType type) {
        return has(actor, project, host) ? limits.of(project, host, kind, type) : HostLimits.NONE;
    }

    boolean has(Actor actor, long project, String host) {
        return get(actor, project, host).isPresent();
    }

    private static SqlCondition within(Actor actor, long project) {
        SqlCondition others = InReach.person(actor.reach(Permission.IDENTIFIER_CREATE), "p.project_id", "p.id");
        Membership home = actor.membership();
        SqlCondition hosts = home != null && actor.may(Permission.GUEST_PASS_CREATE)
                ? others.or(SqlCondition.of("p.project_id = ? and p.id = ?", home.project(), home.person()))
                : others;
        return SqlCondition.of("p.project_id = ?", project).and(actor.sees(project) ? hosts : SqlCondition.none());
    }

    private static boolean isHome(Actor actor, long project) {
        Membership home = actor.membership();
        return home != null && home.project() == project;
    }

    /** The actor's own among {@code identifier i}, for those who make guest passes. */
    static SqlCondition oneself(Actor actor) {
        Membership home = actor.membership();
        return home != null && actor.may(Permission.GUEST_PASS_CREATE)
                ? SqlCondition.of("(i.project_id = ? and i.person_id = ?)", home.project(), home.person())
                : SqlCondition.none();
    }
}
