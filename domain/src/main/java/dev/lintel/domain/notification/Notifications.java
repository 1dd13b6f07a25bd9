package dev.lintel.domain.notification;

import dev.lintel.domain.group.InReach;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Unguarded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The feed of each account: what it may know, newest first, and what of it has been read. */
@Service
public class Notifications {
    /** The longest page. */
    public static final int MOST_ROWS = 200;

    /** Where counting ends; a badge shows no more. */
    public static final int MOST_UNREAD = 100;

    private static final RowMapper<Notification> ROW = (row, number) -> new Notification(
            row.getLong("id"),
            row.getObject("project_id", Long.class),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            NotificationKind.valueOf(row.getString("kind")),
            row.getBoolean("important"),
            row.getInt("count"),
            row.getString("record_id"),
            row.getString("record_name"),
            row.getString("detail"),
            row.getString("person_name"),
            ruled(row),
            look(row),
            row.getBoolean("read"));

    /** Takes the account. */
    private static final String READ = """
            (n.id <= coalesce((select read_until from notification_mark m where m.account_id = ?), 0)
             or exists (select from notification_read r where r.account_id = ? and r.notification_id = n.id))""";

    /** Those that came in one burst are one, made of those of them that the asker may see. */
    private static final String TOGETHER =
            " group by n.project_id, n.kind, n.rule_id, coalesce(n.burst::text, n.id::text)";

    private static final String LIST = """
            select max(n.id) as id, n.project_id, max(n.at) as at, n.kind, bool_or(n.important) as important,
                sum(n.times) as count, (array_agg(n.record_id order by n.id desc))[1] as record_id,
                (array_agg(n.record_name order by n.id desc))[1] as record_name,
                (array_agg(n.detail order by n.id desc))[1] as detail,
                (array_agg(n.person_name order by n.id desc))[1] as person_name,
                (array_agg(n.rule_name order by n.id desc))[1] as rule_name,
                (array_agg(n.colour order by n.id desc))[1] as colour,
                (array_agg(n.icon order by n.id desc))[1] as icon,
                (array_agg(n.ruled_by order by n.important desc, n.id desc))[1] as ruled_by,
                (array_agg(n.ruled_row order by n.important desc, n.id desc))[1] as ruled_row, bool_and(%s) as read
            from notification n where\s""".formatted(READ);

    private final JdbcTemplate jdbc;
    private final NotificationNews news;

    Notifications(JdbcTemplate jdbc, NotificationNews news) {
        this.jdbc = jdbc;
        this.news = news;
    }

    /**
     * A page of the feed, newest first.
     *
     * @param before only those with a smaller id; null begins with the newest
     * @param limit 1 to {@value #MOST_ROWS}
     */
    public List<Notification> list(Actor actor, Feed feed, @Nullable Long before, int limit) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST_ROWS + ", not " + limit);
        }
        SqlCondition wanted = visible(actor).and(of(feed));
        List<Object> parameters = new ArrayList<>();
        parameters.add(actor.account());
        parameters.add(actor.account());
        parameters.addAll(wanted.parameters());
        parameters.add(before == null ? Long.MAX_VALUE : before);
        return jdbc.query(
                LIST + wanted.sql() + TOGETHER + " having max(n.id) < ? order by max(n.id) desc limit " + limit,
                ROW,
                parameters.toArray());
    }

    /** How many have not been read, up to {@value #MOST_UNREAD}. */
    public int unread(Actor actor) {
        SqlCondition wanted = visible(actor);
        Integer count = jdbc.queryForObject(
                "select count(*) from (select from notification n where not " + READ + " and " + wanted.sql() + TOGETHER
                        + " limit " + MOST_UNREAD + ") as unread",
                Integer.class,
                Stream.concat(Stream.of(actor.account(), actor.account()), wanted.parameters().stream())
                        .toArray());
        return Objects.requireNonNull(count);
    }

    /** Marks one as read, and what came in one burst with it. False when there is none that the actor may see. */
    @Transactional
    public boolean read(Actor actor, long id) {
        SqlCondition wanted = visible(actor).and(SqlCondition.of("n.id = ?", id));
        int seen = Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from notification n where " + wanted.sql(),
                Integer.class,
                wanted.parameters().toArray()));
        if (seen == 0 || actor.account() == null) {
            return seen > 0;
        }
        jdbc.update("""
                insert into notification_read (account_id, notification_id)
                select ?, n.id from notification n join notification one on one.id = ?
                where n.id = one.id or (n.project_id, n.kind, n.burst) = (one.project_id, one.kind, one.burst)
                    and n.rule_id is not distinct from one.rule_id
                on conflict do nothing""", actor.account(), id);
        news.tell();
        return true;
    }

    /** Marks everything as read that there is at this moment. */
    @Transactional
    @Unguarded("everybody reads their own feed")
    public void readAll(Actor actor) {
        if (actor.account() == null) {
            return;
        }
        jdbc.update("""
                insert into notification_mark (account_id, read_until)
                values (?, (select coalesce(max(id), 0) from notification))
                on conflict (account_id) do update set read_until = excluded.read_until""", actor.account());
        jdbc.update("""
                delete from notification_read r using notification_mark m
                where r.account_id = ? and m.account_id = r.account_id and r.notification_id <= m.read_until""", actor.account());
        news.tell();
    }

    /** Of several that are told as one, what made one of them important. */
    private static Notification.@Nullable Ruled ruled(ResultSet row) throws SQLException {
        String table = row.getString("ruled_by");
        return table == null ? null : new Notification.Ruled(table, row.getInt("ruled_row"));
    }

    private static Notification.@Nullable Look look(ResultSet row) throws SQLException {
        String rule = row.getString("rule_name");
        return rule == null
                ? null
                : new Notification.Look(
                        rule, NoticeColour.valueOf(row.getString("colour")), NoticeIcon.valueOf(row.getString("icon")));
    }

    private static SqlCondition of(Feed feed) {
        return switch (feed) {
            case ALL -> SqlCondition.all();
            case NORMAL -> new SqlCondition("not n.important", List.of());
            case ACS ->
                SqlCondition.of("n.kind = ?", NotificationKind.PASS.name())
                        .or(SqlCondition.of("n.kind = ?", NotificationKind.POLICY.name()));
            case IMPORTANT -> new SqlCondition("n.important", List.of());
        };
    }

    /** What is for the account itself, and what is about records within its reach. */
    private static SqlCondition visible(Actor actor) {
        SqlCondition visible =
                actor.account() == null ? SqlCondition.none() : SqlCondition.of("n.account_id = ?", actor.account());
        for (NotificationKind kind : NotificationKind.values()) {
            Permission needed = kind.needed();
            if (needed != null) {
                visible = visible.or(SqlCondition.of("n.account_id is null and n.kind = ?", kind.name())
                        .and(inReach(actor, kind, needed)));
            }
        }
        return visible;
    }

    private static SqlCondition inReach(Actor actor, NotificationKind kind, Permission needed) {
        return switch (kind) {
            case DEVICE_OFFLINE, DEVICE_ONLINE, POLICY, PASS ->
                InReach.group(actor.reach(needed), "n.project_id", "n.group_id");
            case USER_REGISTERED -> InReach.person(actor.reach(needed), "n.project_id", "n.record_id");
            case MAIL_FAILED, IMPORT_DONE, REVIEW_TO_DECIDE, REVIEW_TO_VERIFY, REVIEW_OVERDUE -> whole(actor, needed);
            case RULES_NOT_IN_FORCE, RULES_TAKEN_BACK, RULES_NOT_EVERYWHERE ->
                InReach.project(actor.reach(needed), "n.project_id");
        };
    }

    private static SqlCondition whole(Actor actor, Permission needed) {
        if (!actor.may(needed)) {
            return SqlCondition.none();
        }
        return actor.projects() == null
                ? SqlCondition.all()
                : SqlCondition.of(
                        "n.project_id = any (?)", (Object) actor.projects().toArray(Long[]::new));
    }
}
