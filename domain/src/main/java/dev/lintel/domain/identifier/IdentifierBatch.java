package dev.lintel.domain.identifier;

import dev.lintel.domain.group.InReach;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.restriction.Grant;
import dev.lintel.domain.wire.NewId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Very many identifiers at once: those that rows of a list may mean, and storing them. */
@Component
public class IdentifierBatch {
    private static final int ROWS_AT_A_TIME = 1_000;

    private final IdentifierStore store;
    private final IdentifierNews news;
    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    IdentifierBatch(IdentifierStore store, IdentifierNews news, JdbcTemplate jdbc, InstantSource clock) {
        this.store = store;
        this.news = news;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An identifier to store, judged before.
     *
     * @param before null for a new one
     */
    public record Put(@Nullable IssuedIdentifier before, IdentifierDraft draft) {}

    /** Those with one of these ids or normal forms that the actor may change and that are not a guest's. */
    public List<IssuedIdentifier> editable(
            Actor actor, long project, Collection<String> ids, Collection<String> identities) {
        return store.find(SqlCondition.of(
                        "i.project_id = ? and i.guest is null and (i.id = any (?) or i.identity = any (?))",
                        project,
                        ids.toArray(String[]::new),
                        identities.toArray(String[]::new))
                .and(InReach.person(actor.reach(Permission.IDENTIFIER_EDIT), "i.project_id", "i.person_id")));
    }

    /** Of these normal forms, the type and form of each that any identifier of the project has, with a blank between. */
    public Set<String> held(long project, Collection<String> identities) {
        return jdbc
                .queryForList(
                        "select type || ' ' || identity from identifier where project_id = ? and identity = any (?)",
                        String.class,
                        project,
                        identities.toArray(String[]::new))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Stores all of them in the transaction that is under way, which holds the lock of the project.
     *
     * @return the ids of all, in their order
     */
    public List<String> store(long project, List<Put> puts) {
        List<String> ids = new ArrayList<>(puts.size());
        List<Identifier> added = new ArrayList<>();
        List<Identifier> changed = new ArrayList<>();
        List<Grant> granted = new ArrayList<>();
        List<Grant> withdrawn = new ArrayList<>();
        List<Rest> rest = new ArrayList<>(puts.size());
        Instant now = clock.instant();
        for (Put put : puts) {
            IssuedIdentifier before = put.before();
            String id = before == null ? NewId.next() : before.id();
            ids.add(id);
            Identifier identifier = put.draft().identifier(id, before == null ? null : before.identifier());
            if (before == null) {
                added.add(identifier);
            } else if (!identifier.equals(before.identifier())) {
                changed.add(identifier);
            }
            List<String> old = before == null ? List.of() : before.restrictions();
            granted.addAll(Identifiers.grants(id, put.draft(), old, true));
            withdrawn.addAll(Identifiers.grants(id, put.draft(), old, false));
            rest.add(new Rest(id, put.draft().name(), put.draft().notes(), before == null ? now : before.created()));
        }
        news.changed(new IdentifiersChanged(project, added, changed, List.of(), granted, withdrawn));
        saveRest(project, rest);
        return ids;
    }

    /** Removes these, and what was granted to them. */
    public void remove(long project, List<String> ids) {
        news.changed(IdentifiersChanged.removed(project, ids));
    }

    /** What decisions do not rest on. */
    private record Rest(String id, String name, String notes, Instant created) {}

    /** Many rows by one statement, or a hundred thousand of them would be a hundred thousand statements. */
    private void saveRest(long project, List<Rest> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_AT_A_TIME) {
            List<Rest> part = rows.subList(from, Math.min(from + ROWS_AT_A_TIME, rows.size()));
            jdbc.update(
                    """
                    update identifier i
                    set name = r.name, notes = r.notes, created = r.created::timestamptz, version = i.version + 1
                    from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as r (id, name, notes, created)
                    where i.project_id = ? and i.id = r.id""",
                    part.stream().map(Rest::id).toArray(String[]::new),
                    part.stream().map(Rest::name).toArray(String[]::new),
                    part.stream().map(Rest::notes).toArray(String[]::new),
                    part.stream().map(row -> row.created().toString()).toArray(String[]::new),
                    project);
        }
    }
}
