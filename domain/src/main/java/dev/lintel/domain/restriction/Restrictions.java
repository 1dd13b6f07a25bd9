package dev.lintel.domain.restriction;

import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.permission.Secrets;
import dev.lintel.domain.restriction.RestrictionRefusedException.Field;
import dev.lintel.domain.restriction.RestrictionRefusedException.Problem;
import dev.lintel.domain.restriction.RestrictionRefusedException.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The access restrictions of a project: found, made, changed, granted and deleted, as far as the actor reaches. One out of
 * reach does not exist for the actor.
 */
@Service
public class Restrictions {
    private static final int ID_CHARACTERS = 16;

    private final ProjectStore projects;
    private final RestrictionStore store;
    private final RestrictionCheck check;
    private final RestrictionNews news;

    Restrictions(ProjectStore projects, RestrictionStore store, RestrictionCheck check, RestrictionNews news) {
        this.projects = projects;
        this.store = store;
        this.check = check;
        this.news = news;
    }

    /** The restriction, as far as the actor may see it. */
    @Transactional(readOnly = true)
    public Optional<StoredRestriction> get(Actor actor, long project, String id) {
        return one(actor, project, id, RestrictionReach.seen(actor.requireReach(Permission.ACCESS_RESTRICTION_VIEW)));
    }

    /** Whether the actor may change it, so that views need not offer it in vain. */
    @Transactional(readOnly = true)
    public boolean mayEdit(Actor actor, StoredRestriction restriction) {
        return may(actor, Permission.ACCESS_RESTRICTION_EDIT, restriction);
    }

    @Transactional(readOnly = true)
    public boolean mayDelete(Actor actor, StoredRestriction restriction) {
        return may(actor, Permission.ACCESS_RESTRICTION_DELETE, restriction);
    }

    /**
     * Makes one.
     *
     * @throws RestrictionRefusedException with everything that is wrong
     * @throws NoSuchRestrictionException when there is no such project to see
     */
    @Transactional
    public StoredRestriction create(Actor actor, long project, RestrictionDraft draft) {
        requireProject(actor, Permission.ACCESS_RESTRICTION_CREATE, project);
        projects.lock(project);
        check.require(actor, Permission.ACCESS_RESTRICTION_CREATE, project, null, draft);
        String id = Secrets.readable(ID_CHARACTERS);
        news.added(project, draft.restriction(id), draft.to());
        store.saveRest(project, id, draft.description());
        StoredRestriction made = known(project, id);
        news.record(actor, null, made);
        return made;
    }

    /**
     * Changes one, and who has it.
     *
     * @param version of the restriction as the editor saw it
     * @throws RestrictionChangedException when somebody else was quicker
     * @throws RestrictionRefusedException with everything that is wrong
     * @throws NoSuchRestrictionException when the actor reaches none of that id
     */
    @Transactional
    public StoredRestriction edit(Actor actor, long project, String id, long version, RestrictionDraft draft) {
        StoredRestriction before = locked(actor, Permission.ACCESS_RESTRICTION_EDIT, project, id);
        if (before.version() != version) {
            throw new RestrictionChangedException(before);
        }
        requireChangeable(actor, Permission.ACCESS_RESTRICTION_EDIT, before);
        check.require(actor, Permission.ACCESS_RESTRICTION_EDIT, project, before, draft);
        return store(actor, before, draft);
    }

    /**
     * Grants one to somebody who does not have it yet: the way from the side of the group, user or identifier, for which
     * seeing the restriction is enough.
     *
     * @throws RestrictionRefusedException when the holder is out of reach
     * @throws NoSuchRestrictionException when the actor sees none of that id
     */
    @Transactional
    public StoredRestriction grant(Actor actor, long project, String id, GrantTarget to) {
        return regrant(actor, project, id, had -> {
            List<GrantTarget> all = new ArrayList<>(had);
            all.add(to);
            return all;
        });
    }

    /** The opposite of {@link #grant}; nothing happens when they did not have it. */
    @Transactional
    public StoredRestriction withdraw(Actor actor, long project, String id, GrantTarget from) {
        return regrant(actor, project, id, had -> had.stream()
                .filter(target -> !target.equals(from))
                .toList());
    }

    /**
     * As {@link #withdraw}, from many at once: one change, and one line of the audit.
     *
     * @return those of them that had it
     */
    @Transactional
    public Set<GrantTarget> withdrawAll(Actor actor, long project, String id, Collection<GrantTarget> from) {
        Set<GrantTarget> had = new LinkedHashSet<>();
        regrant(actor, project, id, before -> {
            had.addAll(before);
            had.retainAll(Set.copyOf(from));
            return before.stream().filter(target -> !had.contains(target)).toList();
        });
        return had;
    }

    private StoredRestriction regrant(Actor actor, long project, String id, UnaryOperator<List<GrantTarget>> change) {
        StoredRestriction before = locked(actor, Permission.ACCESS_RESTRICTION_VIEW, project, id);
        RestrictionDraft draft = before.draft().grantedTo(change.apply(before.to()));
        if (draft.to().equals(before.to())) {
            return before;
        }
        List<Problem> problems = new ArrayList<>();
        check.targets(actor, project, before.to(), draft.to(), problems);
        if (!problems.isEmpty()) {
            throw new RestrictionRefusedException(problems);
        }
        return store(actor, before, draft);
    }

    private StoredRestriction store(Actor actor, StoredRestriction before, RestrictionDraft draft) {
        news.changed(before, draft);
        store.saveRest(before.project(), before.id(), draft.description());
        StoredRestriction after = known(before.project(), before.id());
        news.record(actor, before, after);
        return after;
    }

    /**
     * Deletes one; everybody who has it loses it.
     *
     * @throws RestrictionRefusedException when it does something out of the actor's reach
     * @throws NoSuchRestrictionException when the actor sees none of that id
     */
    @Transactional
    public void delete(Actor actor, long project, String id) {
        StoredRestriction gone = locked(actor, Permission.ACCESS_RESTRICTION_DELETE, project, id);
        requireChangeable(actor, Permission.ACCESS_RESTRICTION_DELETE, gone);
        news.removed(gone);
        news.record(actor, gone, null);
    }

    private StoredRestriction locked(Actor actor, Permission permission, long project, String id) {
        requireProject(actor, permission, project);
        projects.lock(project);
        return one(actor, project, id, RestrictionReach.seen(actor.requireReach(permission)))
                .orElseThrow(() -> new NoSuchRestrictionException(id));
    }

    private void requireChangeable(Actor actor, Permission permission, StoredRestriction restriction) {
        if (!may(actor, permission, restriction)) {
            throw new RestrictionRefusedException(
                    List.of(new Problem(Field.RESTRICTION, Reason.OUT_OF_REACH, restriction.name())));
        }
    }

    private boolean may(Actor actor, Permission permission, StoredRestriction restriction) {
        Reach reach = actor.reach(permission);
        return reach.touches(restriction.project())
                && one(actor, restriction.project(), restriction.id(), RestrictionReach.changeable(reach))
                        .isPresent();
    }

    private Optional<StoredRestriction> one(Actor actor, long project, String id, SqlCondition within) {
        return actor.sees(project)
                ? store
                        .find(SqlCondition.of("r.project_id = ? and r.id = ?", project, id)
                                .and(within))
                        .stream()
                        .findFirst()
                : Optional.empty();
    }

    private StoredRestriction known(long project, String id) {
        return store.find(SqlCondition.of("r.project_id = ? and r.id = ?", project, id))
                .getFirst();
    }

    private void requireProject(Actor actor, Permission permission, long project) {
        actor.requireReach(permission);
        if (!actor.sees(project) || projects.byId(project).isEmpty()) {
            throw new NoSuchRestrictionException(Long.toString(project));
        }
    }
}
