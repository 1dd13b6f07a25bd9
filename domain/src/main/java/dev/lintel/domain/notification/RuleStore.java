package dev.lintel.domain.notification;

import dev.lintel.domain.access.ReasonCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of the rules. */
@Repository
class RuleStore {
    private final JdbcTemplate jdbc;

    RuleStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they decide. */
    List<NotificationRule> of(long project) {
        return jdbc.query(
                "select * from notification_rule where project_id = ? order by position, id",
                (row, number) -> rule(row),
                project);
    }

    /** The same, and nobody else changes one of them before this transaction is over. */
    List<NotificationRule> lock(long project) {
        return jdbc.query(
                "select * from notification_rule where project_id = ? order by position, id for update",
                (row, number) -> rule(row),
                project);
    }

    /** @param ids of all rules, in the order in which they are to decide */
    void order(long project, List<String> ids) {
        jdbc.update("""
                update notification_rule r set position = wanted.place
                from unnest(?::text[]) with ordinality as wanted (id, place)
                where r.project_id = ? and r.id = wanted.id and r.position <> wanted.place""", ids.toArray(String[]::new), project);
    }

    /** Those that are in force. */
    List<NotificationRule> inForce(long project) {
        return jdbc.query(
                "select * from notification_rule where project_id = ? and enabled order by position, id",
                (row, number) -> rule(row),
                project);
    }

    /** What decides how a notification looks; empty when no rule speaks of it. */
    Optional<NotificationRule> fitting(
            @Nullable Long project, NotificationKind kind, @Nullable String person, @Nullable String device) {
        return project == null
                ? Optional.empty()
                : inForce(project).stream()
                        .filter(rule -> rule.fits(kind, person, device))
                        .findFirst();
    }

    Optional<NotificationRule> get(long project, String id) {
        return jdbc
                .query(
                        "select * from notification_rule where project_id = ? and id = ? for update",
                        (row, number) -> rule(row),
                        project,
                        id)
                .stream()
                .findFirst();
    }

    void add(NotificationRule rule) {
        NotificationRule.Draft draft = rule.draft();
        jdbc.update(
                """
                insert into notification_rule (project_id, id, position, version, name, enabled, important, colour, icon,
                    kinds, reasons, people, devices) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                rule.project(),
                rule.id(),
                rule.position(),
                rule.version(),
                draft.name(),
                draft.enabled(),
                draft.important(),
                draft.colour().name(),
                draft.icon().name(),
                names(draft.kinds()),
                names(draft.reasons()),
                draft.people().toArray(String[]::new),
                draft.devices().toArray(String[]::new));
    }

    void change(NotificationRule rule) {
        NotificationRule.Draft draft = rule.draft();
        jdbc.update(
                """
                update notification_rule set position = ?, version = ?, name = ?, enabled = ?, important = ?, colour = ?,
                    icon = ?, kinds = ?, reasons = ?, people = ?, devices = ? where project_id = ? and id = ?""",
                rule.position(),
                rule.version(),
                draft.name(),
                draft.enabled(),
                draft.important(),
                draft.colour().name(),
                draft.icon().name(),
                names(draft.kinds()),
                names(draft.reasons()),
                draft.people().toArray(String[]::new),
                draft.devices().toArray(String[]::new),
                rule.project(),
                rule.id());
    }

    void delete(long project, String id) {
        jdbc.update("delete from notification_rule where project_id = ? and id = ?", project, id);
    }

    boolean hasProject(long project) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select exists (select from project where id = ?)", Boolean.class, project));
    }

    boolean hasPeople(long project, Set<String> ids) {
        return ids.size() == count("select count(*) from person where project_id = ? and id = any (?)", project, ids);
    }

    boolean hasDevices(long project, Set<String> ids) {
        return ids.size() == count("select count(*) from device where project_id = ? and id = any (?)", project, ids);
    }

    /** What people are called, in no particular order. */
    List<String> names(long project, NotificationRule.Draft draft) {
        return jdbc.queryForList(
                """
                select name from person where project_id = ? and id = any (?)
                union all
                select coalesce(d.name, g.name || ' · ' || coalesce(nullif(trim(d.model), ''), d.serial))
                from device d join object_group g on g.project_id = d.project_id and g.id = d.group_id
                where d.project_id = ? and d.id = any (?)""",
                String.class,
                project,
                draft.people().toArray(String[]::new),
                project,
                draft.devices().toArray(String[]::new));
    }

    private long count(String sql, long project, Set<String> ids) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class, project, ids.toArray(String[]::new)));
    }

    private static String[] names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static NotificationRule rule(ResultSet row) throws SQLException {
        return new NotificationRule(
                row.getLong("project_id"),
                row.getString("id"),
                row.getInt("position"),
                new NotificationRule.Draft(
                        row.getString("name"),
                        row.getBoolean("enabled"),
                        row.getBoolean("important"),
                        NoticeColour.valueOf(row.getString("colour")),
                        NoticeIcon.valueOf(row.getString("icon")),
                        constants(row, "kinds", NotificationKind.class),
                        constants(row, "reasons", ReasonCode.class),
                        Set.of(texts(row, "people")),
                        Set.of(texts(row, "devices"))),
                row.getLong("version"));
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    private static <E extends Enum<E>> Set<E> constants(ResultSet row, String column, Class<E> type)
            throws SQLException {
        return Arrays.stream(texts(row, column))
                .map(name -> Enum.valueOf(type, name))
                .collect(Collectors.toUnmodifiableSet());
    }
}
