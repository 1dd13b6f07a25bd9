package dev.lintel.domain.listing;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.wire.Quoted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saved segments of lists: everybody has their own, and may show them to a project. */
@Service
public class Segments {
    /** How many somebody can keep of one list. */
    public static final int MOST = 100;

    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    Segments(JdbcTemplate jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * The actor's own segments of a list, and those shared in a project; by name.
     *
     * @param project null is every project that the actor sees
     */
    public List<Segment> list(Actor actor, Records<?> records, @Nullable Long project) {
        records.visibleTo(actor);
        SqlCondition visible =
                SqlCondition.of("s.account_id = ?", account(actor)).or(shared(actor, project));
        return find(
                actor, SqlCondition.of("s.list = ?", records.listing().name()).and(visible));
    }

    private List<Segment> find(Actor actor, SqlCondition wanted) {
        return jdbc.query(
                "select s.*, a.login from saved_segment s join account a on a.id = s.account_id where " + wanted.sql()
                        + " order by s.name collate people, s.id",
                (row, number) -> segment(row, account(actor)),
                wanted.parameters().toArray());
    }

    /**
     * Keeps a segment.
     *
     * @param version of the actor's own one of that name, which it replaces; null when there is none yet
     * @throws ListingRefusedException when the list cannot be asked that, the project does not exist for the actor, or what
     *     there is under the name is not what the actor knows
     */
    @Transactional
    public void save(Actor actor, Records<?> records, Segment.Draft draft, @Nullable Long version) {
        records.visibleTo(actor);
        check(actor, records, draft);
        String list = records.listing().name();
        Optional<Segment> before = own(actor, "s.list = ? and s.name = ?", list, draft.name());
        Long known = before.map(Segment::version).orElse(null);
        if (!Objects.equals(known, version)) {
            throw new ListingRefusedException(
                    "version",
                    known == null
                            ? "there is no such segment any more"
                            : "there is version " + known + " of that name by now; give it to replace that");
        }
        long id = before.map(Segment::id).orElse(0L);
        if (before.isEmpty()) {
            id = add(account(actor), list, draft);
        } else if (!replace(id, known, draft)) {
            throw new ListingRefusedException("version", "somebody was quicker");
        }
        tell(actor, id, before.map(Segment::content).orElse(null), draft);
    }

    private void check(Actor actor, Records<?> records, Segment.Draft draft) {
        if (actor.account() == null) {
            throw new ListingRefusedException("name", "a segment belongs to an account, and the server has none");
        }
        QueryText.read(records.listing(), draft.parameters());
        Long project = draft.sharedIn();
        if (project != null && (!actor.sees(project) || projectName(project) == null)) {
            throw new ListingRefusedException("sharedIn", "there is no project " + Quoted.of(project.toString()));
        }
        if (count(actor, records.listing().name(), draft.name()) >= MOST) {
            throw new ListingRefusedException("name", "would be the segment after the last of " + MOST);
        }
    }

    /** @throws ListingRefusedException when the same was kept in the same moment */
    private long add(long account, String list, Segment.Draft draft) {
        return jdbc
                .queryForList(
                        """
                        insert into saved_segment (account_id, list, name, filters, match, sort, shared_in)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id\
                        """,
                        Long.class,
                        account,
                        list,
                        draft.name(),
                        draft.filters().toArray(String[]::new),
                        draft.match().name(),
                        draft.sort(),
                        draft.sharedIn())
                .stream()
                .findFirst()
                .orElseThrow(() -> new ListingRefusedException("version", "somebody was quicker"));
    }

    private boolean replace(long id, @Nullable Long version, Segment.Draft draft) {
        return jdbc.update(
                        """
                        update saved_segment set filters = ?, match = ?, sort = ?, shared_in = ?, version = version + 1
                        where id = ? and version = ?\
                        """,
                        draft.filters().toArray(String[]::new),
                        draft.match().name(),
                        draft.sort(),
                        draft.sharedIn(),
                        id,
                        version)
                > 0;
    }

    /** @return false when the actor has no such segment; one of somebody else is none */
    @Transactional
    public boolean delete(Actor actor, long id) {
        Optional<Segment> gone = own(actor, "s.id = ?", id);
        gone.ifPresent(segment -> {
            jdbc.update("delete from saved_segment where id = ?", id);
            tell(actor, id, segment.content(), null);
        });
        return gone.isPresent();
    }

    private Optional<Segment> own(Actor actor, String sql, Object... parameters) {
        SqlCondition mine = SqlCondition.of("s.account_id = ?", account(actor));
        return find(actor, mine.and(SqlCondition.of(sql, parameters))).stream().findFirst();
    }

    private void tell(Actor actor, long id, Segment.@Nullable Draft before, Segment.@Nullable Draft after) {
        Segment.Draft either = Objects.requireNonNull(after == null ? before : after);
        Long project = actor.membership() == null
                ? either.sharedIn()
                : Long.valueOf(actor.membership().project());
        events.publishEvent(new RecordChanged(
                actor, project, "segment", Long.toString(id), either.name(), facts(before), facts(after)));
    }

    private Map<String, String> facts(Segment.@Nullable Draft draft) {
        return draft == null ? Map.of() : draft.facts(draft.sharedIn() == null ? null : projectName(draft.sharedIn()));
    }

    private @Nullable String projectName(long project) {
        return jdbc.queryForList("select name from project where id = ?", String.class, project).stream()
                .findFirst()
                .orElse(null);
    }

    private int count(Actor actor, String list, String exceptFor) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from saved_segment where account_id = ? and list = ? and name <> ?",
                Integer.class,
                account(actor),
                list,
                exceptFor));
    }

    private static SqlCondition shared(Actor actor, @Nullable Long project) {
        Set<Long> projects = project != null && actor.sees(project) ? Set.of(project) : actor.projects();
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
                row.getLong("version"),
                new Segment.Draft(
                        row.getString("name"),
                        List.of((String[]) row.getArray("filters").getArray()),
                        Filter.Match.valueOf(row.getString("match")),
                        row.getString("sort"),
                        row.getObject("shared_in", Long.class)));
    }
}
