package dev.lintel.domain.rulebook;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.lintel.domain.rulebook.RulebookVersion.State;
import dev.lintel.domain.rulebook.RulebooksInForce.Ruled;
import dev.lintel.domain.rulebook.Standing.TakenBack;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the rulebooks. */
@Repository
class RulebookStore implements RulebookVersions {
    /** PostgreSQL channel on which a node tells the others that another version is in force. */
    static final String CHANNEL = "lintel_rulebook";

    /** Under which number the server itself stands where others do with their account. */
    static final long SERVER = 0;

    private static final JsonMapper JSON = JsonMapper.builder()
            // a scenario may hold facts of before a field was known
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            // isAlways() and the like are questions, not parts
            .changeDefaultVisibility(all -> all.withIsGetterVisibility(Visibility.NONE))
            .build();
    private static final String SELECT = """
            select r.*, (select login from account a where a.id = r.published_by) as publisher,
                array(select case when who = 0 then 'server' else a.login end
                      from unnest(r.authors) with ordinality as u (who, place) left join account a on a.id = who
                      where who = 0 or a.id is not null order by place) as author_names
            from rulebook r where r.project_id = ? and """;

    private final JdbcTemplate jdbc;

    RulebookStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RulebookVersion> inForce(long project) {
        return one(SELECT + " r.state = 'IN_FORCE'", project);
    }

    /** What decides in one group, beside what is in force elsewhere. */
    Optional<RulebookVersion> inPart(long project) {
        return one(SELECT + " r.state = 'IN_PART'", project);
    }

    Optional<RulebookVersion> open(long project) {
        return one(SELECT + " r.state in ('DRAFT', 'SUBMITTED')", project);
    }

    Optional<RulebookVersion> get(long project, int number) {
        return one(SELECT + " r.number = ?", project, number);
    }

    /** Names of the markers of a project by their ids. */
    Map<String, String> markers(long project) {
        Map<String, String> names = new HashMap<>();
        jdbc.query(
                "select id, name from marker where project_id = ?",
                row -> {
                    names.put(row.getString("id"), row.getString("name"));
                },
                project);
        return names;
    }

    /** What people call a group of the project; empty when there is none. */
    Optional<String> groupName(long project, String id) {
        return jdbc
                .queryForList(
                        "select name from object_group where project_id = ? and id = ?", String.class, project, id)
                .stream()
                .findFirst();
    }

    /** The newest first. */
    List<RulebookVersion> published(long project, int most) {
        return jdbc.query(
                SELECT + " r.published is not null order by r.number desc limit ?",
                (row, n) -> version(row),
                project,
                most);
    }

    /** Nobody else writes a rulebook of the project before this transaction is over. */
    boolean lock(long project) {
        return !jdbc.queryForList("select id from project where id = ? for no key update", Long.class, project)
                .isEmpty();
    }

    /** What decides, by project: at one moment, so that no version is missed on its way from a part to everywhere. */
    Map<Long, Ruled> allRuling() {
        Map<Long, Ruled> all = new HashMap<>();
        jdbc.query("select * from rulebook where state in ('IN_FORCE', 'IN_PART')", row -> {
            long project = row.getLong("project_id");
            RuleSet rules = rules(row);
            Rulebook rulebook = new Rulebook(
                    project + "." + row.getInt("number"), rules.policies(), rules.tables(), rules.outcomes());
            String group = State.valueOf(row.getString("state")) == State.IN_PART ? row.getString("group_id") : null;
            all.put(project, all.getOrDefault(project, Ruled.BY_SHIPPED).with(rulebook, group));
        });
        return all;
    }

    @Override
    public Optional<Rulebook> version(String name) {
        String[] parts = name.split("\\.", 2);
        return parts.length == 2 && parts[0].matches("\\d{1,18}") && parts[1].matches("\\d{1,9}")
                ? get(Long.parseLong(parts[0]), Integer.parseInt(parts[1])).map(RulebookVersion::rulebook)
                : Optional.empty();
    }

    /** @return the number of the new version */
    int add(long project, State state, RuleSet rules, long author, @Nullable Integer restored, Instant now) {
        Integer number = jdbc.queryForObject(
                """
                insert into rulebook (project_id, number, state, policies, tables, outcomes, scenarios, invariants, authors,
                    restored, changed, published_by, published, everywhere)
                select ?, coalesce(max(number), 0) + 1, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, array[?::bigint], ?, ?, ?, ?, ?
                from rulebook where project_id = ? returning number""",
                Integer.class,
                project,
                state.name(),
                JSON.writeValueAsString(rules.policies()),
                JSON.writeValueAsString(rules.tables()),
                JSON.writeValueAsString(rules.outcomes()),
                JSON.writeValueAsString(rules.scenarios()),
                JSON.writeValueAsString(rules.invariants()),
                author,
                restored,
                time(now),
                state == State.IN_FORCE ? author : null,
                state == State.IN_FORCE ? time(now) : null,
                state == State.IN_FORCE ? time(now) : null,
                project);
        return number == null ? 0 : number;
    }

    void rewrite(RulebookVersion draft, RuleSet rules, long author, Instant now) {
        jdbc.update(
                """
                update rulebook set state = 'DRAFT', policies = ?::jsonb, tables = ?::jsonb, outcomes = ?::jsonb,
                    scenarios = ?::jsonb, invariants = ?::jsonb, report = null, edition = edition + 1, changed = ?,
                    authors = case when ? = any (authors) then authors else authors || ?::bigint end
                where project_id = ? and number = ?""",
                JSON.writeValueAsString(rules.policies()),
                JSON.writeValueAsString(rules.tables()),
                JSON.writeValueAsString(rules.outcomes()),
                JSON.writeValueAsString(rules.scenarios()),
                JSON.writeValueAsString(rules.invariants()),
                time(now),
                author,
                author,
                draft.project(),
                draft.number());
    }

    void submit(RulebookVersion draft, String note, ReleaseReport report) {
        jdbc.update("""
                update rulebook set state = 'SUBMITTED', note = ?, report = ?::jsonb, edition = edition + 1
                where project_id = ? and number = ?""", note, JSON.writeValueAsString(report), draft.project(), draft.number());
    }

    void publish(RulebookVersion draft, long by, ReleaseReport report, Instant now) {
        jdbc.update("""
                update rulebook set state = 'IN_FORCE', report = ?::jsonb, published = ?, everywhere = ?, published_by = ?
                where project_id = ? and number = ?""", JSON.writeValueAsString(report), time(now), time(now), by, draft.project(), draft.number());
    }

    /** @param groupName what people call the group now */
    void publishInPart(
            RulebookVersion draft, long by, ReleaseReport report, String group, String groupName, Instant now) {
        jdbc.update(
                """
                update rulebook set state = 'IN_PART', report = ?::jsonb, published = ?, published_by = ?, group_id = ?,
                    group_name = ? where project_id = ? and number = ?""", JSON.writeValueAsString(report), time(now), by, group, groupName, draft.project(), draft.number());
    }

    void spread(RulebookVersion part, Instant now) {
        jdbc.update(
                "update rulebook set state = 'IN_FORCE', everywhere = ? where project_id = ? and number = ?",
                time(now),
                part.project(),
                part.number());
    }

    void retirePart(RulebookVersion part, Instant now) {
        jdbc.update(
                "update rulebook set state = 'RETIRED', retired = ? where project_id = ? and number = ?",
                time(now),
                part.project(),
                part.number());
    }

    void retire(long project, Instant now) {
        jdbc.update(
                "update rulebook set state = 'RETIRED', retired = ? where project_id = ? and state = 'IN_FORCE'",
                time(now),
                project);
    }

    /** What decided everywhere before a version that does now. */
    Optional<RulebookVersion> before(RulebookVersion version) {
        return one(
                SELECT + " r.state = 'RETIRED' and r.everywhere is not null and r.number <> ?"
                        + " order by r.retired desc, r.number desc limit 1",
                version.project(),
                version.number());
    }

    void takenBack(RulebookVersion version, TakenBack figures) {
        jdbc.update(
                "update rulebook set taken_back = ?::jsonb where project_id = ? and number = ?",
                JSON.writeValueAsString(figures),
                version.project(),
                version.number());
    }

    void delete(RulebookVersion draft) {
        jdbc.update("delete from rulebook where project_id = ? and number = ?", draft.project(), draft.number());
    }

    boolean hasHandIn(RulebookVersion draft, long account) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select ? = any (authors) from rulebook where project_id = ? and number = ?",
                Boolean.class,
                account,
                draft.project(),
                draft.number()));
    }

    boolean isOneEnough(long project) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from rulebook_alone where project_id = ?)", Boolean.class, project));
    }

    void oneIsEnough(long project, boolean enough) {
        jdbc.update(
                enough
                        ? "insert into rulebook_alone values (?) on conflict do nothing"
                        : "delete from rulebook_alone where project_id = ?",
                project);
    }

    /** The other nodes hear it when the transaction is committed. */
    void tellNodes() {
        jdbc.execute("notify " + CHANNEL);
    }

    private Optional<RulebookVersion> one(String sql, Object... values) {
        return jdbc.query(sql, (row, n) -> version(row), values).stream().findFirst();
    }

    private static RulebookVersion version(ResultSet row) throws SQLException {
        return new RulebookVersion(
                row.getLong("project_id"),
                row.getInt("number"),
                State.valueOf(row.getString("state")),
                rules(row),
                row.getString("note"),
                Arrays.asList((String[]) row.getArray("author_names").getArray()),
                row.getLong("edition"),
                (Integer) row.getObject("restored"),
                row.getString("report") == null ? null : JSON.readValue(row.getString("report"), ReleaseReport.class),
                row.getObject("changed", OffsetDateTime.class).toInstant(),
                publisher(row),
                instant(row, "published"),
                instant(row, "retired"),
                standing(row));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String figures = row.getString("taken_back");
        return new Standing(
                instant(row, "everywhere"),
                row.getString("group_id"),
                row.getString("group_name"),
                figures == null ? null : JSON.readValue(figures, TakenBack.class));
    }

    private static @Nullable String publisher(ResultSet row) throws SQLException {
        boolean server = row.getObject("published_by") != null && row.getLong("published_by") == SERVER;
        return server ? "server" : row.getString("publisher");
    }

    private static RuleSet rules(ResultSet row) throws SQLException {
        return new RuleSet(
                JSON.readValue(row.getString("policies"), new TypeReference<>() {}),
                JSON.readValue(row.getString("tables"), new TypeReference<>() {}),
                JSON.readValue(row.getString("outcomes"), new TypeReference<>() {}),
                JSON.readValue(row.getString("scenarios"), new TypeReference<>() {}),
                JSON.readValue(row.getString("invariants"), new TypeReference<>() {}));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
