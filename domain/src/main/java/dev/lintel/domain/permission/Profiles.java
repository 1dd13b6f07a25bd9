package dev.lintel.domain.permission;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.lintel.domain.permission.ProfileRefusedException.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The profiles of a project: seen, made, changed and deleted. Nobody gives what they do not hold, and nobody touches a
 * profile that is not available to them.
 */
@Service
public class Profiles {
    private final ProfileStore store;
    private final ApplicationEventPublisher events;

    Profiles(ProfileStore store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
    }

    /** Those that the actor may see: with {@code profile.view.all} every one, else the available ones and one's own. */
    public List<Profile> list(Actor actor, long project) {
        Reach reach = actor.requireReach(Permission.PROFILE_VIEW);
        HandingOut hands = hands(actor, project);
        return store.of(project).stream()
                .filter(profile -> reach instanceof Reach.Everything || hands.covers(profile) || hands.isOwn(profile))
                .toList();
    }

    /** One of {@link #list}; empty when there is none with this id that the actor may see. */
    public Optional<Profile> find(Actor actor, long project, String id) {
        return list(actor, project).stream()
                .filter(profile -> profile.id().equals(id))
                .findFirst();
    }

    /** Those that the actor may give to people of the project, and offer in profiles of their own. */
    public List<Profile> available(Actor actor, long project) {
        HandingOut hands = hands(actor, project);
        return store.of(project).stream().filter(hands::covers).toList();
    }

    /** Whether the actor may change the profile. */
    public boolean mayEdit(Actor actor, long project, Profile profile) {
        return !profile.isBuiltIn() && hands(actor, project).covers(profile, Permission.PROFILE_EDIT);
    }

    /** Whether the actor may delete the profile, once nobody has it. */
    public boolean mayDelete(Actor actor, long project, Profile profile) {
        return !profile.isBuiltIn() && hands(actor, project).covers(profile, Permission.PROFILE_DELETE);
    }

    /**
     * Makes a profile.
     *
     * @param project null for one that people of every project can have, which is for accounts of the server itself
     * @throws ProfileRefusedException with what is wrong
     */
    @Transactional
    public Profile create(Actor actor, @Nullable Long project, ProfileDraft draft) {
        actor.require(Permission.PROFILE_CREATE);
        if (project == null && actor.membership() != null) {
            throw new PermissionDeniedException(Permission.PROFILE_CREATE);
        }
        HandingOut hands = project == null ? new HandingOut(actor, null) : hands(actor, project);
        if (project != null && !actor.reach(Permission.PROFILE_CREATE).touches(project)) {
            throw new PermissionDeniedException(Permission.PROFILE_CREATE);
        }
        List<Profile> known = known(project);
        hands.requireHeld(draft.permissions());
        hands.requireAvailable(draft.available(), known);
        Profile profile = profile(UUID.randomUUID().toString(), project, draft, 0);
        requireFreeName(profile);
        try {
            store.add(profile);
        } catch (DuplicateKeyException taken) {
            throw new ProfileRefusedException(Reason.NAME_TAKEN, List.of(profile.name()));
        }
        publish(actor, profile, Map.of(), fields(profile, known));
        return profile;
    }

    /**
     * Changes a profile; its people may do what it says from then on.
     *
     * @param version that the actor has seen
     * @throws ProfileRefusedException with what is wrong
     */
    @Transactional
    public Profile edit(Actor actor, long project, String id, ProfileDraft draft, long version) {
        Profile before = own(actor, project, id, Permission.PROFILE_EDIT);
        HandingOut hands = hands(actor, project);
        List<Profile> known = known(before.project());
        // what it holds already was given by somebody who could, and may stay
        hands.requireHeld(without(draft.permissions(), before.permissions()));
        hands.requireAvailable(without(draft.available(), before.available()), known);
        Profile wanted = profile(id, before.project(), draft, version);
        requireFreeName(wanted);
        try {
            if (!store.change(wanted)) {
                throw new ProfileRefusedException(Reason.CHANGED_MEANWHILE);
            }
        } catch (DuplicateKeyException taken) {
            throw new ProfileRefusedException(Reason.NAME_TAKEN, List.of(wanted.name()));
        }
        publish(actor, wanted, fields(before, known), fields(wanted, known));
        return profile(id, before.project(), draft, version + 1);
    }

    /**
     * Deletes a profile that nobody has, or whose people get another.
     *
     * @param instead id of the profile that they get; null refuses while there are any
     * @throws ProfileRefusedException with how many people have it
     */
    @Transactional
    public void delete(Actor actor, long project, String id, @Nullable String instead) {
        Profile profile = own(actor, project, id, Permission.PROFILE_DELETE);
        List<Profile> known = known(profile.project());
        if (instead != null) {
            List<Profile> others =
                    known.stream().filter(other -> !other.id().equals(id)).toList();
            hands(actor, project).requireAvailable(Set.of(instead), others);
        }
        if (instead != null && store.holders(profile.project(), id) > 0) {
            events.publishEvent(new ProfileRetired(actor, profile.project(), id, instead));
        }
        int holders = store.holders(profile.project(), id);
        if (holders > 0) {
            throw new ProfileRefusedException(Reason.HELD, List.of(Integer.toString(holders)));
        }
        store.delete(id);
        publish(actor, profile, fields(profile, known), Map.of());
    }

    /** The profile, if it is one that the actor may change or delete. */
    private Profile own(Actor actor, long project, String id, Permission change) {
        actor.require(change);
        HandingOut hands = hands(actor, project);
        boolean seesAll = actor.reach(Permission.PROFILE_VIEW) instanceof Reach.Everything;
        Profile profile = store.find(project, id)
                .filter(found -> seesAll || hands.covers(found) || hands.isOwn(found))
                .orElseThrow(() -> new ProfileRefusedException(Reason.UNKNOWN, List.of(id)));
        if (profile.isBuiltIn()) {
            throw new ProfileRefusedException(Reason.BUILT_IN, List.of(id));
        }
        if (!hands.covers(profile, change)) {
            throw new PermissionDeniedException(change);
        }
        return profile;
    }

    private HandingOut hands(Actor actor, long project) {
        if (!actor.sees(project) || !store.hasProject(project)) {
            throw new ProfileRefusedException(Reason.PROJECT_UNKNOWN, List.of(Long.toString(project)));
        }
        Membership home = actor.membership();
        return new HandingOut(
                actor,
                home == null
                        ? null
                        : store.ofPerson(home.project(), home.person()).orElse(null));
    }

    private List<Profile> known(@Nullable Long project) {
        return project == null ? store.ofServer() : store.of(project);
    }

    private void requireFreeName(Profile profile) {
        if (store.isTaken(profile.project(), profile.name(), profile.id())) {
            throw new ProfileRefusedException(Reason.NAME_TAKEN, List.of(profile.name()));
        }
    }

    private static Profile profile(String id, @Nullable Long project, ProfileDraft draft, long version) {
        return new Profile(
                id, project, draft.name(), draft.description(), draft.permissions(), draft.available(), version);
    }

    private void publish(Actor actor, Profile profile, Map<String, String> before, Map<String, String> after) {
        events.publishEvent(
                new RecordChanged(actor, profile.project(), "profile", profile.id(), profile.name(), before, after));
    }

    private static Map<String, String> fields(Profile profile, List<Profile> known) {
        Map<String, String> names = known.stream().collect(toMap(Profile::id, Profile::name));
        return Map.of(
                "name",
                profile.name(),
                "description",
                profile.description(),
                "permissions",
                profile.permissions().stream().map(Permission::code).sorted().collect(joining(", ")),
                "available",
                profile.available().stream()
                        .map(id -> names.getOrDefault(id, id))
                        .sorted()
                        .collect(joining(", ")));
    }

    private static <T> Set<T> without(Set<T> all, Set<T> taken) {
        return all.stream().filter(one -> !taken.contains(one)).collect(toSet());
    }
}
