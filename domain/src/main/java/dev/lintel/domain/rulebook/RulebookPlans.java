package dev.lintel.domain.rulebook;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.rulebook.RulebookRefusedException.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The drafts that wait for their moment. Whoever changes anything here holds the lock of the project. */
@Repository
class RulebookPlans {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    RulebookPlans(JdbcTemplate jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * One whose moment has come.
     *
     * @param account of whoever planned it; {@link RulebookStore#SERVER} is the server itself
     */
    record Due(long project, int number, long edition, Instant at, long account, ReleaseWish wish) {}

    Optional<RulebookPlan> of(long project) {
        return jdbc.query("""
                        select l.*, case when l.planned_by = 0 then 'server' else a.login end as planner
                        from rulebook_plan l left join account a on a.id = l.planned_by where l.project_id = ?""", (row, n) -> plan(row), project).stream().findFirst();
    }

    /** Plans it instead of whatever was planned before. */
    void put(Actor actor, RulebookVersion version, ReleaseWish wish, long account) {
        Optional<RulebookPlan> before = of(version.project());
        jdbc.update("delete from rulebook_plan where project_id = ?", version.project());
        jdbc.update(
                """
                insert into rulebook_plan (project_id, number, edition, due, planned_by, confirmed, group_id)
                values (?, ?, ?, ?, ?, ?, ?)""",
                version.project(),
                version.number(),
                version.edition(),
                time(wish.at()),
                account,
                wish.confirmed().toArray(String[]::new),
                wish.group());
        tell(actor, version.project(), before, of(version.project()));
    }

    /** @return whether anything was planned */
    boolean callOff(Actor actor, long project) {
        Optional<RulebookPlan> before = of(project);
        if (before.isPresent()) {
            jdbc.update("delete from rulebook_plan where project_id = ?", project);
            tell(actor, project, before, Optional.empty());
        }
        return before.isPresent();
    }

    List<Due> due(Instant now) {
        return jdbc.query(
                "select * from rulebook_plan where failed is null and due <= ? order by due",
                (row, n) -> new Due(
                        row.getLong("project_id"),
                        row.getInt("number"),
                        row.getLong("edition"),
                        instant(row, "due"),
                        row.getLong("planned_by"),
                        new ReleaseWish(
                                Set.of((String[]) row.getArray("confirmed").getArray()),
                                null,
                                row.getString("group_id"))),
                time(now));
    }

    /**
     * Takes the lock of the project, unless another node or somebody who writes has it.
     *
     * @return whether it is still planned, and for this transaction alone
     */
    boolean claim(Due due) {
        return !jdbc.queryForList("""
                        select p.id from project p join rulebook_plan l on l.project_id = p.id
                        where p.id = ? and l.number = ? and l.edition = ? and l.due = ? and l.failed is null
                        for no key update of p skip locked""", Long.class, due.project(), due.number(), due.edition(), time(due.at()))
                .isEmpty();
    }

    void fail(Due due, Instant now, List<Problem> problems) {
        jdbc.update(
                "update rulebook_plan set failed = ?, problems = ?::jsonb where project_id = ?",
                time(now),
                JSON.writeValueAsString(problems),
                due.project());
    }

    private void tell(Actor actor, long project, Optional<RulebookPlan> before, Optional<RulebookPlan> after) {
        before.or(() -> after)
                .map(plan -> Integer.toString(plan.number()))
                .ifPresent(number -> events.publishEvent(new RecordChanged(
                        actor, project, Rulebooks.KIND, number, number, fields(before), fields(after))));
    }

    private static Map<String, String> fields(Optional<RulebookPlan> plan) {
        return plan.map(known -> Map.of("takesEffect", known.due().toString())).orElse(Map.of());
    }

    private static RulebookPlan plan(ResultSet row) throws SQLException {
        String problems = row.getString("problems");
        return new RulebookPlan(
                row.getInt("number"),
                instant(row, "due"),
                row.getString("planner"),
                row.getString("group_id"),
                problems == null ? null : instant(row, "failed"),
                problems == null ? List.of() : JSON.readValue(problems, new TypeReference<>() {}));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
