package dev.lintel.domain.permission;

import dev.lintel.domain.permission.ProfileRefusedException.Reason;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may give to others: which profiles, and which permissions in the profiles that they make.
 *
 * @param own the profile of a person of a project; null for accounts of the server itself
 */
record HandingOut(Actor actor, @Nullable Profile own) {
    /**
     * Whether a profile is available. Its own profile names those that a person may hand out, whatever is in them; who
     * makes profiles has the project's own ones besides, as long as they hold no more.
     */
    boolean covers(Profile profile) {
        if (actor.membership() == null) {
            boolean below = profile.isBuiltIn() && !profile.id().equals(BuiltInProfile.SERVER_ADMINISTRATOR.code());
            return below || surplus(profile.permissions()).isEmpty();
        }
        boolean named = own != null && own.available().contains(profile.id());
        return named
                || isOfHome(profile)
                        && mayMake()
                        && surplus(profile.permissions()).isEmpty();
    }

    /** Whether the profile may be changed and deleted: what other projects use is not for people of one. */
    boolean covers(Profile profile, Permission change) {
        boolean server = actor.membership() == null;
        return actor.may(change) && covers(profile) && (server || isOfHome(profile));
    }

    boolean isOwn(Profile profile) {
        return own != null && own.id().equals(profile.id());
    }

    /** @throws ProfileRefusedException naming the permissions that the actor does not hold */
    void requireHeld(Set<Permission> given) {
        List<String> surplus = surplus(given);
        if (!surplus.isEmpty()) {
            throw new ProfileRefusedException(Reason.MORE_THAN_OWN, surplus);
        }
    }

    /** @throws ProfileRefusedException naming those of these ids that are of no profile that the actor may hand out */
    void requireAvailable(Set<String> offered, Collection<Profile> profiles) {
        Set<String> missing = new TreeSet<>(offered);
        profiles.stream().filter(this::covers).map(Profile::id).forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw new ProfileRefusedException(Reason.NOT_AVAILABLE, missing);
        }
    }

    private List<String> surplus(Set<Permission> given) {
        if (actor.may(Permission.PROFILE_GRANT_MORE_THAN_OWN)) {
            return List.of();
        }
        return given.stream()
                .filter(permission -> !actor.may(permission))
                .map(Permission::code)
                .sorted()
                .toList();
    }

    private boolean mayMake() {
        return actor.may(Permission.PROFILE_CREATE);
    }

    private boolean isOfHome(Profile profile) {
        Membership home = actor.membership();
        Long project = profile.project();
        return home != null && project != null && project == home.project();
    }
}
