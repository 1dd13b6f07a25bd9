package dev.lintel.domain.user.people;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.BuiltInProfile;
import dev.lintel.domain.permission.Profile;
import dev.lintel.domain.permission.ProfileStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which profiles somebody may hand out, and whose holders they may edit. */
@Component
class AvailableProfiles {
    private static final Set<String> ADMINISTRATORS = Set.of(
            BuiltInProfile.SERVER_ADMINISTRATOR.code(),
            BuiltInProfile.COMPANY_ADMINISTRATOR.code(),
            BuiltInProfile.SITE_ADMINISTRATOR.code());

    private final ProfileStore profiles;
    private final JdbcTemplate jdbc;

    AvailableProfiles(ProfileStore profiles, JdbcTemplate jdbc) {
        this.profiles = profiles;
        this.jdbc = jdbc;
    }

    /** Those of the project that the actor may hand out. */
    List<Profile> of(Actor actor, long project) {
        List<Profile> all = profiles.of(project);
        if (actor.membership() == null) {
            return all;
        }
        Optional<Profile> own = own(actor);
        return own.map(held -> all.stream()
                        .filter(profile -> isAvailable(held, profile) && holdsAllOf(actor, profile))
                        .toList())
                .orElse(List.of());
    }

    private static boolean isAvailable(Profile held, Profile wanted) {
        return held.available().contains(wanted.id()) || !wanted.isBuiltIn() && ADMINISTRATORS.contains(held.id());
    }

    /** Nobody hands out more than they hold. */
    private static boolean holdsAllOf(Actor actor, Profile profile) {
        return profile.isBuiltIn() || actor.permissions().containsAll(profile.permissions());
    }

    private Optional<Profile> own(Actor actor) {
        return jdbc
                .query(
                        """
                        select p.project_id, p.profile from account a
                        join person p on p.project_id = a.project_id and p.id = a.person_id where a.id = ?""",
                        (row, number) -> profiles.find(row.getLong("project_id"), row.getString("profile")),
                        actor.account())
                .stream()
                .findFirst()
                .flatMap(found -> found);
    }
}
