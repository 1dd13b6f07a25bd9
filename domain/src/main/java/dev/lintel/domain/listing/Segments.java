package dev.lintel.domain.listing;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.wire.Quoted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saved segments of lists: everybody has their own, and may show them to a project. */
@Service
public class Segments {
    /** How many somebody can keep of one list. */
    public static final int MOST = 100;

    private final JdbcTemplate jdbc;

    Segments(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The actor's own segments of a list, and those shared in the projects that the actor sees; by name. */
    public List<Segment> list(Actor actor, Records<?> records) {
        records.visibleTo(actor);
        SqlCondition visible =
                SqlCondition.of("s.account_id = ?", account(actor)).or(shared(actor));
        SqlCondition wanted =
                SqlCondition.of("s.list = ?", records.listing().name()).and(visible);
        return jdbc.query(
                "select s.*, a.login from saved_segment s join account a on a.id = s.account_id where " + wanted.sql()
                        + " order by s.name collate people, s.id",
                (row, number) -> segment(row, account(actor)),
                wanted.parameters().toArray());
    }

    /**
     * Keeps a segment; one of the actor's own with the same name is replaced.
     *
     * @throws ListingRefusedException when the list cannot be asked that, or the project does not exist for the actor
     */
    @Transactional
    public void save(Actor actor, Records<?> records, Segment.Draft draft) {
        records.visibleTo(actor);
        if (actor.account() == null) {
            throw new ListingRefusedException("name", "a segment belongs to an account, and the server has none");
        }
        String list = records.listing().name();
        QueryText.read(records.listing(), draft.parameters());
        if (draft.sharedIn() != null && (!actor.sees(draft.sharedIn()) || !exists(draft.sharedIn()))) {
            throw new ListingRefusedException(
                    "sharedIn",
                    "there is no project " + Quoted.of(draft.sharedIn().toString()));
        }
        if (count(actor, list, draft.name()) >= MOST) {
            throw new ListingRefusedException("name", "would be the segment after the last of " + MOST);
        }
        jdbc.update(
                """
                insert into saved_segment (account_id, list, name, filters, match, sort, shared_in)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (account_id, list, name) do update
                set filters = excluded.filters, match = excluded.match, sort = excluded.sort, shared_in = excluded.shared_in""",
                account(actor),
                list,
                draft.name(),
                draft.filters().toArray(String[]::new),
                draft.match().name(),
                draft.sort(),
                draft.sharedIn());
    }

    /** @return false when the actor has no such segment; one of somebody else is none */
    @Transactional
    public boolean delete(Actor actor, long id) {
        return jdbc.update("delete from saved_segment where id = ? and account_id = ?", id, account(actor)) > 0;
    }

    private boolean exists(long project) {
        return !jdbc.queryForList("select 1 from project where id = ?", project).isEmpty();
    }

    private int count(Actor actor, String list, String exceptFor) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from saved_segment where account_id = ? and list = ? and name <> ?",
                Integer.class,
                account(actor),
                list,
                exceptFor));
    }

    private static SqlCondition shared(Actor actor) {
        Set<Long> projects = actor.projects();
        return projects == null
                ? SqlCondition.of("s.shared_in is not null")
                : SqlCondition.of("s.shared_in = any (?)", (Object) projects.toArray(Long[]::new));
    }

    /** The server itself has no account, and so nothing of its own. */
    private static long account(Actor actor) {
        return actor.account() == null ? -1 : actor.account();
    }

    private static Segment segment(ResultSet row, long account) throws SQLException {
        return new Segment(
                row.getLong("id"),
                row.getString("login"),
                row.getLong("account_id") == account,
                new Segment.Draft(
                        row.getString("name"),
                        List.of((String[]) row.getArray("filters").getArray()),
                        Filter.Match.valueOf(row.getString("match")),
                        row.getString("sort"),
                        row.getObject("shared_in", Long.class)));
    }
}
