package dev.lintel.domain.guestpass;

import dev.lintel.domain.group.InReach;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Field;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Reason;
import dev.lintel.domain.identifier.GuestIdentifiers;
import dev.lintel.domain.identifier.IdentifierDraft;
import dev.lintel.domain.identifier.IssuedIdentifier;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.permission.Unguarded;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Guest passes: made, extended, revoked and deleted by those who expect the visitors, and by those who see to identifiers. */
@Service
public class GuestPasses {
    private final ProjectStore projects;
    private final GuestIdentifiers identifiers;
    private final GuestPassStore store;
    private final GuestPassCheck check;
    private final GuestPassNews news;
    private final Hosts hosts;

    GuestPasses(
            ProjectStore projects,
            GuestIdentifiers identifiers,
            GuestPassStore store,
            GuestPassCheck check,
            GuestPassNews news,
            Hosts hosts) {
        this.projects = projects;
        this.identifiers = identifiers;
        this.store = store;
        this.check = check;
        this.news = news;
        this.hosts = hosts;
    }

    /** Empty when the actor sees none of that id. */
    @Transactional(readOnly = true)
    public Optional<GuestPass> get(Actor actor, long project, String id) {
        return reached(actor, Permission.IDENTIFIER_VIEW_OWN, project, List.of(id)).stream()
                .findFirst();
    }

    /** The pass that a visitor's page is about; empty for a secret that is none. */
    @Unguarded("whoever knows the secret is the visitor")
    @Transactional(readOnly = true)
    public Optional<GuestPass> ofPage(String secret) {
        return store.bySecret(secret);
    }

    /** Whether the actor may extend and revoke this one and give it away once more, so that views need not offer it in vain. */
    @Transactional(readOnly = true)
    public boolean mayManage(Actor actor, GuestPass pass) {
        return !reached(actor, Permission.IDENTIFIER_EDIT, pass.project(), List.of(pass.id()))
                .isEmpty();
    }

    @Transactional(readOnly = true)
    public boolean mayDelete(Actor actor, GuestPass pass) {
        return !reached(actor, Permission.IDENTIFIER_DELETE, pass.project(), List.of(pass.id()))
                .isEmpty();
    }

    /**
     * Makes a pass.
     *
     * @throws GuestPassRefusedException with everything that is wrong
     * @throws dev.lintel.domain.identifier.IdentifierRefusedException with what is wrong with what the visitor presents
     * @throws PermissionDeniedException when the actor makes none for anybody
     */
    @Transactional
    public GuestPass create(Actor actor, long project, GuestPassDraft draft) {
        if (!hosts.anybody(actor, project)) {
            throw new PermissionDeniedException(Permission.GUEST_PASS_CREATE);
        }
        Project locked = projects.lock(project)
                .filter(found -> hosts.has(actor, project, draft.host()))
                .orElseThrow(() -> new GuestPassRefusedException(Field.HOST, Reason.UNAVAILABLE, draft.host()));
        check.require(project, locked.timeZone(), draft);
        IssuedIdentifier issued = identifiers.issue(actor, project, draft.identifier(), draft.kind());
        store.add(project, issued.id(), draft);
        GuestPass made = store.byId(project, issued.id()).orElseThrow();
        news.record(actor, null, made);
        return made;
    }

    /**
     * Lets a pass last until another instant and be used so often in all, within the limits of its host.
     *
     * @param version of the pass as the editor saw it
     * @param passes null is without limit
     * @throws GuestPassChangedException when somebody else was quicker
     * @throws GuestPassRefusedException with everything that is wrong
     * @throws NoSuchGuestPassException when the actor may not change one of that id
     */
    @Transactional
    public GuestPass extend(
            Actor actor, long project, String id, long version, Instant until, @Nullable Integer passes) {
        Optional<Project> locked = projects.lock(project);
        GuestPass before =
                all(actor, Permission.IDENTIFIER_EDIT, project, List.of(id)).getFirst();
        if (before.version() != version) {
            throw new GuestPassChangedException(before);
        }
        check.requireExtension(before, locked.orElseThrow().timeZone(), until, passes);
        IdentifierDraft old = before.identifier().draft();
        IdentifierDraft draft = new IdentifierDraft(
                old.user(),
                old.type(),
                old.value(),
                old.name(),
                old.notes(),
                old.validFrom(),
                until,
                passes,
                old.restrictions());
        identifiers.change(actor, before.identifier(), draft);
        GuestPass after = store.byId(project, id).orElseThrow();
        news.record(actor, before, after);
        return after;
    }

    /**
     * Ends passes for good: from then on they open nothing.
     *
     * @return how many that were not revoked before
     * @throws NoSuchGuestPassException when the actor may not change one of them
     */
    @Transactional
    public int revoke(Actor actor, long project, Collection<String> ids) {
        projects.lock(project);
        List<GuestPass> ended = all(actor, Permission.IDENTIFIER_EDIT, project, ids).stream()
                .filter(pass -> !pass.facts().revoked())
                .toList();
        identifiers.revoke(project, ended.stream().map(GuestPass::identifier).toList());
        ended.forEach(before ->
                news.record(actor, before, store.byId(project, before.id()).orElseThrow()));
        return ended.size();
    }

    /**
     * Deletes passes; the ACS log keeps what they were used for.
     *
     * @return how many
     * @throws NoSuchGuestPassException when the actor may not delete one of them
     */
    @Transactional
    public int delete(Actor actor, long project, Collection<String> ids) {
        projects.lock(project);
        List<GuestPass> gone = all(actor, Permission.IDENTIFIER_DELETE, project, ids);
        identifiers.delete(project, gone.stream().map(GuestPass::identifier).toList());
        gone.forEach(one -> news.record(actor, one, null));
        return gone.size();
    }

    /** Those of them that are the actor's own, or whose hosts the actor reaches with this permission; or it throws. */
    List<GuestPass> all(Actor actor, Permission permission, long project, Collection<String> ids) {
        List<GuestPass> found = reached(actor, permission, project, ids);
        ids.stream()
                .filter(id -> found.stream().noneMatch(one -> one.id().equals(id)))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new NoSuchGuestPassException(unknown);
                });
        return found;
    }

    private List<GuestPass> reached(Actor actor, Permission permission, long project, Collection<String> ids) {
        SqlCondition reached = InReach.person(actor.reach(permission), "i.project_id", "i.person_id")
                .or(Hosts.oneself(actor));
        return actor.sees(project)
                ? store.find(
                        project,
                        SqlCondition.of("i.id = any (?)", (Object) ids.toArray(String[]::new))
                                .and(reached))
                : List.of();
    }
}
