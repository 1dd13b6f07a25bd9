package dev.lintel.domain.user.marker;

import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.NamedInRules;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.permission.Secrets;
import dev.lintel.domain.user.User;
import dev.lintel.domain.user.UsersChanged;
import dev.lintel.domain.user.marker.MarkerRefusedException.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The markers of a project. */
@Service
public class Markers {
    public static final int LONGEST_NAME = 100;

    private static final int ID_CHARACTERS = 16;
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    static final RowMapper<Marker> MARKER = (row, number) ->
            new Marker(row.getLong("project_id"), row.getString("id"), row.getString("name"), row.getString("colour"));

    private static final String MARKED = """
            select p.*, array(select m.group_id from person_group m
                where m.project_id = p.project_id and m.person_id = p.id order by m.position) as groups
            from person p where p.project_id = ? and p.marker_id = ?""";

    private final ProjectStore projects;
    private final JdbcTemplate jdbc;
    private final NamedInRules rules;
    private final ApplicationEventPublisher events;

    Markers(ProjectStore projects, JdbcTemplate jdbc, NamedInRules rules, ApplicationEventPublisher events) {
        this.projects = projects;
        this.jdbc = jdbc;
        this.rules = rules;
        this.events = events;
    }

    /** By name. None where there is no such project to see. */
    @Transactional(readOnly = true)
    public List<Marker> list(Actor actor, long project) {
        actor.requireReach(Permission.MARKER_VIEW);
        return actor.sees(project)
                ? jdbc.query("select * from marker where project_id = ? order by name", MARKER, project)
                : List.of();
    }

    /** @throws MarkerRefusedException with what is wrong */
    @Transactional
    public Marker create(Actor actor, long project, String name, String colour) {
        actor.require(Permission.MARKER_CREATE);
        boolean known = actor.sees(project)
                && Boolean.TRUE.equals(jdbc.queryForObject(
                        "select exists (select from project where id = ?)", Boolean.class, project));
        if (!known) {
            throw new MarkerRefusedException(Reason.UNKNOWN);
        }
        Marker made = checked(project, Secrets.readable(ID_CHARACTERS), name, colour);
        unlessTaken(() -> jdbc.update(
                "insert into marker (project_id, id, name, colour) values (?, ?, ?, ?)",
                project,
                made.id(),
                made.name(),
                made.colour()));
        tell(actor, null, made);
        return made;
    }

    /** @throws MarkerRefusedException with what is wrong */
    @Transactional
    public Marker change(Actor actor, long project, String id, String name, String colour) {
        actor.require(Permission.MARKER_EDIT);
        Marker before = visible(actor, project, id);
        Marker after = checked(project, id, name, colour);
        unlessTaken(() -> jdbc.update(
                "update marker set name = ?, colour = ? where project_id = ? and id = ?",
                after.name(),
                after.colour(),
                project,
                id));
        tell(actor, before, after);
        return after;
    }

    /**
     * Deletes it; whoever had it has none then.
     *
     * @throws MarkerRefusedException when there is none, or a policy names it
     */
    @Transactional
    public void delete(Actor actor, long project, String id) {
        actor.require(Permission.MARKER_DELETE);
        projects.lock(project);
        Marker before = visible(actor, project, id);
        List<String> policies = rules.policies(project, NamedInRules.Kind.MARKER, List.of(id));
        if (!policies.isEmpty()) {
            throw new MarkerRefusedException(Reason.NAMED_BY_POLICY, String.join(", ", policies));
        }
        List<User> marked = jdbc.query(MARKED, (row, number) -> user(row), project, id);
        jdbc.update("delete from marker where project_id = ? and id = ?", project, id);
        // doors are decided by markers, too
        events.publishEvent(new UsersChanged(project, List.of(), marked, List.of()));
        tell(actor, before, null);
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                row.getString("id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("profile"),
                List.of((String[]) row.getArray("groups").getArray()),
                row.getBoolean("suspended"));
    }

    private Marker visible(Actor actor, long project, String id) {
        Optional<Marker> found = actor.sees(project)
                ? jdbc.query("select * from marker where project_id = ? and id = ?", MARKER, project, id).stream()
                        .findFirst()
                : Optional.empty();
        return found.orElseThrow(() -> new MarkerRefusedException(Reason.UNKNOWN));
    }

    private static Marker checked(long project, String id, String typedName, String typedColour) {
        String name = typedName.strip();
        String colour = typedColour.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            throw new MarkerRefusedException(Reason.NAME_MISSING);
        }
        if (name.length() > LONGEST_NAME) {
            throw new MarkerRefusedException(Reason.NAME_TOO_LONG);
        }
        if (!COLOUR.matcher(colour).matches()) {
            throw new MarkerRefusedException(Reason.COLOUR_MALFORMED);
        }
        return new Marker(project, id, name, colour);
    }

    private static void unlessTaken(Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException taken) {
            throw new MarkerRefusedException(Reason.NAME_TAKEN);
        }
    }

    private void tell(Actor actor, @Nullable Marker before, @Nullable Marker after) {
        Marker known = after == null ? Objects.requireNonNull(before) : after;
        events.publishEvent(new RecordChanged(
                actor, known.project(), "marker", known.id(), known.name(), fields(before), fields(after)));
    }

    private static Map<String, String> fields(@Nullable Marker marker) {
        return marker == null ? Map.of() : Map.of("name", marker.name(), "colour", marker.colour());
    }
}
