package dev.lintel.domain.identifier;

import dev.lintel.domain.group.InReach;
import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.identifier.IdentifierRefusedException.Field;
import dev.lintel.domain.identifier.IdentifierRefusedException.Reason;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.restriction.Grant;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.wire.NewId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The identifiers of a project: found, added and edited, as far as the actor reaches their owners. What is out of reach does
 * not exist for the actor.
 */
@Service
public class Identifiers {
    private final ProjectStore projects;
    private final IdentifierStore store;
    private final IdentifierCheck check;
    private final IdentifierNews news;
    private final IdentifierValues values;

    Identifiers(
            ProjectStore projects,
            IdentifierStore store,
            IdentifierCheck check,
            IdentifierNews news,
            IdentifierValues values) {
        this.projects = projects;
        this.store = store;
        this.check = check;
        this.news = news;
        this.values = values;
    }

    /** The identifier with its value, as far as the actor may see it; see {@link #maySeeValue}. */
    @Transactional(readOnly = true)
    public Optional<IssuedIdentifier> get(Actor actor, long project, String id) {
        return reached(actor, Permission.IDENTIFIER_VIEW_OWN, project, List.of(id)).stream()
                .findFirst();
    }

    /** Whether the actor may edit this one, so that views need not offer it in vain. */
    @Transactional(readOnly = true)
    public boolean mayEdit(Actor actor, IssuedIdentifier identifier) {
        return may(actor, Permission.IDENTIFIER_EDIT, identifier);
    }

    @Transactional(readOnly = true)
    public boolean mayDelete(Actor actor, IssuedIdentifier identifier) {
        return may(actor, Permission.IDENTIFIER_DELETE, identifier);
    }

    /** Whether a value that opens doors may be shown to the actor: to its owner, and to whoever could give it another. */
    @Transactional(readOnly = true)
    public boolean maySeeValue(Actor actor, IssuedIdentifier identifier) {
        var home = actor.membership();
        boolean own = home != null
                && home.project() == identifier.project()
                && home.person().equals(identifier.identifier().user());
        return own || !identifier.identifier().type().isSecret() || mayEdit(actor, identifier);
    }

    /**
     * Adds one.
     *
     * @param photo of a face, a JPEG; null for other types
     * @throws IdentifierRefusedException with everything that is wrong
     * @throws dev.lintel.domain.user.photo.PhotoRefusedException with what is wrong with the photo
     * @throws NoSuchIdentifierException when there is no such project to see
     */
    @Transactional
    public IssuedIdentifier create(Actor actor, long project, IdentifierDraft wanted, byte @Nullable [] photo) {
        requireProject(actor, Permission.IDENTIFIER_CREATE, project);
        projects.lock(project);
        IdentifierValues.Made made = values.complete(project, wanted, "", photo);
        IdentifierDraft draft = made.draft();
        check.require(actor, Permission.IDENTIFIER_CREATE, project, null, draft);
        String id = NewId.next();
        news.changed(IdentifiersChanged.added(
                project, List.of(draft.identifier(id, null)), grants(id, draft, List.of(), true)));
        store.noteCreated(project, id);
        store.saveRest(project, id, draft);
        values.keep(project, id, made);
        IssuedIdentifier added = known(project, id);
        news.record(actor, null, added);
        return added;
    }

    /**
     * Changes one.
     *
     * @param version of the identifier as the editor saw it
     * @param photo in the place of the one before; null keeps it
     * @throws IdentifierChangedException when somebody else was quicker
     * @throws IdentifierRefusedException with everything that is wrong
     * @throws NoSuchIdentifierException when the actor reaches none of that id
     */
    @Transactional
    public IssuedIdentifier edit(
            Actor actor, long project, String id, long version, IdentifierDraft wanted, byte @Nullable [] photo) {
        IssuedIdentifier before = own(actor, project, id, version);
        return store(
                actor,
                before,
                values.complete(project, wanted, before.identifier().value(), photo));
    }

    /**
     * Gives an access code or a QR code another value; the old one opens nothing from then on.
     *
     * @throws IdentifierChangedException when somebody else was quicker
     * @throws IdentifierRefusedException when it is of another type
     * @throws NoSuchIdentifierException when the actor reaches none of that id
     */
    @Transactional
    public IssuedIdentifier renew(Actor actor, long project, String id, long version) {
        IssuedIdentifier before = own(actor, project, id, version);
        if (!before.identifier().type().isSecret()) {
            throw new IdentifierRefusedException(Field.VALUE, Reason.NOT_MADE_HERE, "");
        }
        return store(actor, before, values.complete(project, before.draft().withValue(""), "", null));
    }

    /**
     * Begins to count its passes anew.
     *
     * @throws NoSuchIdentifierException when the actor reaches none of that id
     */
    @Transactional
    public IssuedIdentifier resetPasses(Actor actor, long project, String id, long version) {
        IssuedIdentifier before = own(actor, project, id, version);
        news.changed(
                IdentifiersChanged.changed(project, List.of(before.identifier().withPassesUsed(0))));
        return recorded(actor, before);
    }

    private IssuedIdentifier store(Actor actor, IssuedIdentifier before, IdentifierValues.Made made) {
        long project = before.project();
        String id = before.id();
        IdentifierDraft draft = made.draft();
        check.require(actor, Permission.IDENTIFIER_EDIT, project, before, draft);
        Identifier after = draft.identifier(id, before.identifier());
        news.changed(new IdentifiersChanged(
                project,
                List.of(),
                after.equals(before.identifier()) ? List.of() : List.of(after),
                List.of(),
                grants(id, draft, before.restrictions(), true),
                grants(id, draft, before.restrictions(), false)));
        store.saveRest(project, id, draft);
        values.keep(project, id, made);
        return recorded(actor, before);
    }

    private IssuedIdentifier recorded(Actor actor, IssuedIdentifier before) {
        IssuedIdentifier after = known(before.project(), before.id());
        news.record(actor, before, after);
        return after;
    }

    /** One that is not a guest's, to be changed; the project is locked from here on. */
    private IssuedIdentifier own(Actor actor, long project, String id, long version) {
        requireProject(actor, Permission.IDENTIFIER_EDIT, project);
        projects.lock(project);
        IssuedIdentifier before =
                all(actor, Permission.IDENTIFIER_EDIT, project, List.of(id)).getFirst();
        if (before.version() != version) {
            throw new IdentifierChangedException(before);
        }
        if (before.identifier().guest() != null) {
            throw new IdentifierRefusedException(Field.IDENTIFIER, Reason.OF_A_GUEST, "");
        }
        return before;
    }

    static List<Grant> grants(String id, IdentifierDraft draft, List<String> old, boolean granted) {
        List<String> wanted = draft.restrictions() == null ? old : draft.restrictions();
        List<String> left = new ArrayList<>(granted ? wanted : old);
        left.removeAll(granted ? old : wanted);
        return left.stream()
                .map(restriction -> new Grant(restriction, new GrantTarget.ToIdentifier(id)))
                .toList();
    }

    /** Those of them whose owners the actor reaches with this permission; all of them, or it throws. */
    List<IssuedIdentifier> all(Actor actor, Permission permission, long project, Collection<String> ids) {
        List<IssuedIdentifier> found = reached(actor, permission, project, ids);
        ids.stream()
                .filter(id -> found.stream().noneMatch(one -> one.id().equals(id)))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new NoSuchIdentifierException(unknown);
                });
        return found;
    }

    private List<IssuedIdentifier> reached(Actor actor, Permission permission, long project, Collection<String> ids) {
        SqlCondition within = SqlCondition.of(
                        "i.project_id = ? and i.id = any (?)", project, ids.toArray(String[]::new))
                .and(InReach.person(actor.requireReach(permission), "i.project_id", "i.person_id"));
        return actor.sees(project) ? store.find(within) : List.of();
    }

    private boolean may(Actor actor, Permission permission, IssuedIdentifier identifier) {
        return actor.reach(permission).touches(identifier.project())
                && !reached(actor, permission, identifier.project(), List.of(identifier.id()))
                        .isEmpty();
    }

    private IssuedIdentifier known(long project, String id) {
        return store.byId(project, id).orElseThrow();
    }

    void requireProject(Actor actor, Permission permission, long project) {
        actor.requireReach(permission);
        if (!actor.sees(project) || projects.byId(project).isEmpty()) {
            throw new NoSuchIdentifierException(Long.toString(project));
        }
    }
}
