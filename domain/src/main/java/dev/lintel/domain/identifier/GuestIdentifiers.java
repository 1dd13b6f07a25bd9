package dev.lintel.domain.identifier;

import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.restriction.Grant;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.wire.NewId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The identifiers behind guest passes. Whoever makes a pass has been asked, and has locked the project. */
@Component
public class GuestIdentifiers {
    private final IdentifierStore store;
    private final IdentifierCheck check;
    private final IdentifierValues values;
    private final IdentifierNews news;

    GuestIdentifiers(IdentifierStore store, IdentifierCheck check, IdentifierValues values, IdentifierNews news) {
        this.store = store;
        this.check = check;
        this.values = values;
        this.news = news;
    }

    /** Those of guests among what the condition on {@code identifier i} and its owner {@code person p} finds. */
    public List<IssuedIdentifier> find(SqlCondition condition) {
        return store.find(SqlCondition.of("i.guest is not null").and(condition));
    }

    public Optional<IssuedIdentifier> byId(long project, String id) {
        return find(SqlCondition.of("i.project_id = ? and i.id = ?", project, id)).stream()
                .findFirst();
    }

    /**
     * Issues one, with a value where the server makes it.
     *
     * @throws IdentifierRefusedException with everything that is wrong
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public IssuedIdentifier issue(Actor by, long project, IdentifierDraft wanted, GuestKind kind) {
        IdentifierDraft draft = values.complete(project, wanted, "", null).draft();
        check.requireOfGuest(by, project, null, draft);
        String id = NewId.next();
        List<Grant> grants = Objects.requireNonNull(draft.restrictions()).stream()
                .map(restriction -> new Grant(restriction, new GrantTarget.ToIdentifier(id)))
                .toList();
        Identifier issued = draft.identifier(id, null).forGuest(kind);
        news.changed(IdentifiersChanged.added(project, List.of(issued), grants));
        store.noteCreated(project, id);
        store.saveRest(project, id, draft);
        return byId(project, id).orElseThrow();
    }

    /**
     * Changes period, passes and name; the rest stays.
     *
     * @throws IdentifierRefusedException with everything that is wrong
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public IssuedIdentifier change(Actor by, IssuedIdentifier before, IdentifierDraft draft) {
        long project = before.project();
        check.requireOfGuest(by, project, before.identifier(), draft);
        news.changed(IdentifiersChanged.changed(project, List.of(draft.identifier(before.id(), before.identifier()))));
        store.saveRest(project, before.id(), draft);
        return byId(project, before.id()).orElseThrow();
    }

    /** Ends them for good; doors know as soon as the transaction is committed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void revoke(long project, List<IssuedIdentifier> identifiers) {
        news.changed(IdentifiersChanged.changed(
                project,
                identifiers.stream()
                        .map(one ->
                                one.identifier().stopped(true, one.identifier().suspended()))
                        .toList()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void delete(long project, List<IssuedIdentifier> identifiers) {
        news.changed(IdentifiersChanged.removed(
                project, identifiers.stream().map(IssuedIdentifier::id).toList()));
    }
}
