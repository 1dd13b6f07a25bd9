package dev.lintel.domain.identifier.exchange;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.identifier.IdentifierBatch;
import dev.lintel.domain.identifier.IdentifierBatch.Put;
import dev.lintel.domain.identifier.IdentifierDraft;
import dev.lintel.domain.identifier.IssuedIdentifier;
import dev.lintel.domain.identifier.NoSuchIdentifierException;
import dev.lintel.domain.permission.ActivityNoted;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Deed;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What imports have added and changed, so that one can be taken back as long as nobody has touched anything of it since. */
@Service
public class ImportHistory {
    /** Older imports of a project are nobody's mistake any more. */
    private static final int KEPT = 10;

    private static final int LONGEST_SOURCE = 200;

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultVisibility(all -> all.withIsGetterVisibility(Visibility.NONE))
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final String IMPORTS = """
            select m.*, (select count(*) from identifier_import_row r
                         join identifier i on i.project_id = r.project_id and i.id = r.identifier_id
                         where r.project_id = m.project_id and r.import_id = m.id and i.version = r.version
                           and (r.before is null or exists (
                               select from person p where p.project_id = r.project_id and p.id = r.before ->> 'user')))
                       as untouched
            from identifier_import m where m.project_id = ?""";

    private final IdentifierBatch batch;
    private final ProjectStore projects;
    private final JdbcTemplate jdbc;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    ImportHistory(
            IdentifierBatch batch,
            ProjectStore projects,
            JdbcTemplate jdbc,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.batch = batch;
        this.projects = projects;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /**
     * An import of the past.
     *
     * @param by who made it
     * @param added how many identifiers it added
     * @param changed how many it changed
     * @param touched how many of both have been changed or deleted since
     * @param undone when it was taken back
     */
    public record Import(
            long id,
            Instant at,
            String by,
            String source,
            int added,
            int changed,
            int touched,
            @Nullable Instant undone) {
        /** Whether it can be taken back. */
        public boolean isUndoable() {
            return undone == null && touched == 0;
        }
    }

    /** The last imports of a project, the newest first: one's own, and all for those who may import to all of it. */
    @Transactional(readOnly = true)
    public List<Import> list(Actor actor, long project) {
        Reach reach = actor.requireReach(Permission.IDENTIFIER_IMPORT);
        if (!actor.sees(project) || !reach.touches(project)) {
            return List.of();
        }
        boolean all = !(reach instanceof Reach.Part);
        return jdbc.query(IMPORTS + " order by m.id desc", ImportHistory::read, project).stream()
                .filter(one -> all || one.by().equals(actor.name()))
                .toList();
    }

    /**
     * Takes an import back: what it added is deleted, what it changed is as it was. Passes that were counted since stay counted.
     *
     * @return what was taken back; empty when something of it has been changed since or is out of the actor's reach by now, or
     *     it was taken back before
     * @throws NoSuchIdentifierException when there is no such import to see
     */
    @Transactional
    public Optional<Import> undo(Actor actor, long project, long id) {
        actor.requireReach(Permission.IDENTIFIER_IMPORT);
        actor.requireReach(Permission.IDENTIFIER_DELETE);
        if (actor.sees(project)) {
            projects.lock(project);
        }
        Import found = list(actor, project).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new NoSuchIdentifierException(Long.toString(id)));
        if (!found.isUndoable() || !takeBack(actor, project, id)) {
            return Optional.empty();
        }
        jdbc.update(
                "update identifier_import set undone = ? where project_id = ? and id = ?",
                clock.instant().atOffset(ZoneOffset.UTC),
                project,
                id);
        note(actor, project, "taken back: " + found.source(), found.added(), found.changed());
        return Optional.of(found);
    }

    private boolean takeBack(Actor actor, long project, long id) {
        List<String> added = new ArrayList<>();
        Map<String, IdentifierDraft> changed = new HashMap<>();
        jdbc.query(
                "select identifier_id, before from identifier_import_row where project_id = ? and import_id = ?",
                row -> {
                    String before = row.getString("before");
                    if (before == null) {
                        added.add(row.getString("identifier_id"));
                    } else {
                        changed.put(row.getString("identifier_id"), JSON.readValue(before, IdentifierDraft.class));
                    }
                },
                project,
                id);
        List<String> all =
                Stream.concat(added.stream(), changed.keySet().stream()).toList();
        List<IssuedIdentifier> reached = batch.editable(actor, project, all, List.of());
        if (reached.size() < all.size()) {
            return false;
        }
        batch.store(
                project,
                reached.stream()
                        .filter(now -> changed.containsKey(now.id()))
                        .map(now -> new Put(now, Objects.requireNonNull(changed.get(now.id()))))
                        .toList());
        batch.remove(project, added);
        return true;
    }

    /**
     * Keeps what an import did, in its transaction.
     *
     * @param before as each of them was; null of those that are new
     * @return the number of the import
     */
    @Transactional(propagation = Propagation.MANDATORY)
    long keep(Actor actor, long project, String source, List<String> ids, List<@Nullable IssuedIdentifier> before) {
        String[] drafts = before.stream()
                .map(one -> one == null ? null : JSON.writeValueAsString(one.draft()))
                .toArray(String[]::new);
        int changed = (int) before.stream().filter(Objects::nonNull).count();
        int added = ids.size() - changed;
        long id = Objects.requireNonNull(jdbc.queryForObject(
                """
                insert into identifier_import (project_id, at, by_name, source, added, changed)
                values (?, ?, ?, ?, ?, ?) returning id""",
                Long.class,
                project,
                clock.instant().atOffset(ZoneOffset.UTC),
                actor.name(),
                source.length() > LONGEST_SOURCE ? source.substring(0, LONGEST_SOURCE) : source,
                added,
                changed));
        jdbc.update("""
                insert into identifier_import_row (project_id, import_id, identifier_id, version, before)
                select i.project_id, ?, i.id, i.version, b.before::jsonb
                from unnest(?::text[], ?::text[]) as b(id, before)
                join identifier i on i.project_id = ? and i.id = b.id""", id, ids.toArray(String[]::new), drafts, project);
        jdbc.update("""
                delete from identifier_import where project_id = ? and id not in (
                    select id from identifier_import where project_id = ? order by id desc limit ?)""", project, project, KEPT);
        note(actor, project, source, added, changed);
        return id;
    }

    private void note(Actor actor, long project, String source, int added, int changed) {
        events.publishEvent(new ActivityNoted(
                actor,
                project,
                Deed.IMPORTED,
                "identifier",
                "",
                source,
                Map.of("added", Integer.toString(added), "changed", Integer.toString(changed))));
    }

    private static Import read(ResultSet row, int number) throws SQLException {
        OffsetDateTime undone = row.getObject("undone", OffsetDateTime.class);
        int added = row.getInt("added");
        int changed = row.getInt("changed");
        return new Import(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by_name"),
                row.getString("source"),
                added,
                changed,
                added + changed - row.getInt("untouched"),
                undone == null ? null : undone.toInstant());
    }
}
