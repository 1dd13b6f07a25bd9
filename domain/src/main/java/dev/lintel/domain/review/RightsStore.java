package dev.lintel.domain.review;

import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.restriction.RestrictionLine;
import dev.lintel.domain.review.RightsFound.Right;
import dev.lintel.domain.schedule.Schedule;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Keeps the rights with which a review begins. */
@Repository
class RightsStore {
    private static final int AT_ONCE = 500;

    private final RightUses lastUses;
    private final JdbcTemplate jdbc;

    RightsStore(RightUses lastUses, JdbcTemplate jdbc) {
        this.lastUses = lastUses;
        this.jdbc = jdbc;
    }

    /** A right with its number and its last use. */
    private record Numbered(
            int number, Right right, @Nullable Instant used) {}

    void add(long review, RightsFound found, List<Right> rights, ReviewScope scope) {
        SiteSnapshot site = found.site();
        long project = site.project().id();
        Set<String> people = rights.stream().map(right -> right.person().id()).collect(Collectors.toSet());
        RightUses.Found uses = lastUses.of(site, people, scope.kind() == ReviewScope.Kind.DOOR ? scope.id() : null);
        jdbc.batchUpdate(
                "insert into access_review_restriction values (?, ?, ?, ?, ?, ?)",
                rights.stream()
                        .map(Right::restriction)
                        .distinct()
                        .map(site::restriction)
                        .filter(Objects::nonNull)
                        .toList(),
                AT_ONCE,
                (insert, restriction) -> fill(insert, review, site, restriction));
        Map<String, String> labels = labels(project, rights);
        jdbc.batchUpdate(
                """
                insert into access_review_right (project_id, review_id, number, holder, person_id, person_name,
                    identifier_id, identifier_type, label, restriction_id, via, via_id, via_name, also, used)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                IntStream.range(0, rights.size())
                        .mapToObj(i -> numbered(i + 1, rights.get(i), uses))
                        .toList(),
                AT_ONCE,
                (insert, right) -> fill(insert, review, found, right, labels));
    }

    private static Numbered numbered(int number, Right right, RightUses.Found uses) {
        Identifier identifier = right.identifier();
        return new Numbered(
                number,
                right,
                uses.of(right.person().id(), identifier == null ? null : identifier.id(), right.restriction()));
    }

    private static void fill(PreparedStatement insert, long review, SiteSnapshot site, AccessRestriction restriction)
            throws SQLException {
        String[] doors = restriction.lines().stream()
                .map(line -> door(site, line))
                .distinct()
                .toArray(String[]::new);
        String[] schedules =
                restriction.schedules().stream().map(id -> schedule(site, id)).toArray(String[]::new);
        set(
                insert,
                site.project().id(),
                review,
                restriction.id(),
                restriction.name(),
                insert.getConnection().createArrayOf("text", doors),
                insert.getConnection().createArrayOf("text", schedules));
    }

    private static void fill(
            PreparedStatement insert, long review, RightsFound found, Numbered one, Map<String, String> labels)
            throws SQLException {
        Right right = one.right();
        Identifier identifier = right.identifier();
        set(
                insert,
                found.site().project().id(),
                review,
                one.number(),
                right.kind().name(),
                right.person().id(),
                right.person().name(),
                identifier == null ? null : identifier.id(),
                identifier == null ? null : identifier.type().name(),
                identifier == null ? "" : labels.getOrDefault(identifier.id(), ""),
                right.restriction(),
                right.via().kind().name(),
                right.via().id(),
                identifier == null ? found.name(right.via()) : right.person().name(),
                insert.getConnection().createArrayOf("text", right.also().toArray()),
                one.used() == null ? null : ReviewStore.time(one.used()));
    }

    private static void set(PreparedStatement insert, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
    }

    /** What identifiers and visitors are called: a snapshot at the doors does not know it. */
    private Map<String, String> labels(long project, List<Right> rights) {
        String[] ids = rights.stream()
                .map(Right::identifier)
                .filter(Objects::nonNull)
                .map(Identifier::id)
                .distinct()
                .toArray(String[]::new);
        Map<String, String> labels = new HashMap<>();
        jdbc.query(
                "select id, name from identifier where project_id = ? and id = any (?)",
                row -> {
                    labels.put(row.getString("id"), row.getString("name"));
                },
                project,
                ids);
        return labels;
    }

    private static String door(SiteSnapshot site, RestrictionLine line) {
        Device device = site.device(line.device());
        if (device == null) {
            return line.device();
        }
        String name = site.nameOf(device);
        return line.accessPoint() == null ? name : name + " (" + line.accessPoint() + ")";
    }

    private static String schedule(SiteSnapshot site, String id) {
        Schedule schedule = site.schedule(id);
        return schedule == null ? id : schedule.name();
    }
}
