package dev.lintel.domain.identifier;

import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes identifiers out of use: for the time being, for good, or altogether. Doors know at once. */
@Service
public class Withdrawals {
    private final Identifiers identifiers;
    private final ProjectStore projects;
    private final IdentifierStore store;
    private final IdentifierNews news;

    Withdrawals(Identifiers identifiers, ProjectStore projects, IdentifierStore store, IdentifierNews news) {
        this.identifiers = identifiers;
        this.projects = projects;
        this.store = store;
        this.news = news;
    }

    /**
     * Suspends all of them until they are resumed.
     *
     * @return how many that were not suspended before
     * @throws NoSuchIdentifierException when one of them is out of reach
     */
    @Transactional
    public int suspend(Actor actor, long project, Collection<String> ids) {
        return change(actor, project, ids, identifier -> identifier.stopped(identifier.revoked(), true));
    }

    /**
     * Ends the suspension of all of them; what is revoked stays so.
     *
     * @return how many that were suspended before
     * @throws NoSuchIdentifierException when one of them is out of reach
     */
    @Transactional
    public int resume(Actor actor, long project, Collection<String> ids) {
        return change(actor, project, ids, identifier -> identifier.stopped(identifier.revoked(), false));
    }

    /**
     * Revokes all of them, for good.
     *
     * @return how many that were not revoked before
     * @throws NoSuchIdentifierException when one of them is out of reach
     */
    @Transactional
    public int revoke(Actor actor, long project, Collection<String> ids) {
        return change(actor, project, ids, identifier -> identifier.stopped(true, identifier.suspended()));
    }

    /**
     * Deletes all of them, with what was granted to them. The ACS log keeps what they were used for.
     *
     * @return how many
     * @throws NoSuchIdentifierException when one of them is out of reach
     */
    @Transactional
    public int delete(Actor actor, long project, Collection<String> ids) {
        identifiers.requireProject(actor, Permission.IDENTIFIER_DELETE, project);
        projects.lock(project);
        List<IssuedIdentifier> gone = identifiers.all(actor, Permission.IDENTIFIER_DELETE, project, ids);
        news.changed(IdentifiersChanged.removed(
                project, gone.stream().map(IssuedIdentifier::id).toList()));
        gone.forEach(one -> news.record(actor, one, null));
        return gone.size();
    }

    private int change(Actor actor, long project, Collection<String> ids, UnaryOperator<Identifier> to) {
        identifiers.requireProject(actor, Permission.IDENTIFIER_EDIT, project);
        projects.lock(project);
        List<IssuedIdentifier> touched = identifiers.all(actor, Permission.IDENTIFIER_EDIT, project, ids).stream()
                .filter(one -> !to.apply(one.identifier()).equals(one.identifier()))
                .toList();
        news.changed(IdentifiersChanged.changed(
                project, touched.stream().map(one -> to.apply(one.identifier())).toList()));
        touched.forEach(before ->
                news.record(actor, before, store.byId(project, before.id()).orElseThrow()));
        return touched.size();
    }
}
