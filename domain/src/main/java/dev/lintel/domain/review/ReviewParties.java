package dev.lintel.domain.review;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Membership;
import dev.lintel.domain.permission.Profile;
import dev.lintel.domain.permission.ProfileStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds the accounts that can take part in reviews of a project. */
@Component
class ReviewParties {
    private static final String NAME = "coalesce(p.name, nullif(a.name, ''), a.login)";

    /** Whose profile says so in all of the project; those who run the server are told to their like only. */
    private static final String ABLE = """
            from account a left join person p on p.project_id = a.project_id and p.id = a.person_id
            where (? and (a.project_id is null or p.profile = 'server-administrator' and not p.suspended)
                or a.project_id = ? and not p.suspended and p.profile = any (?)
                    and exists (select from person_group m
                                join object_group g on g.project_id = m.project_id and g.id = m.group_id
                                where m.project_id = p.project_id and m.person_id = p.id and g.parent is null))
              and\s""";

    private final ProfileStore profiles;
    private final JdbcTemplate jdbc;

    ReviewParties(ProfileStore profiles, JdbcTemplate jdbc) {
        this.profiles = profiles;
        this.jdbc = jdbc;
    }

    /** Those with a text in their name or login, by name. */
    List<ReviewParty> find(Actor actor, long project, String text, int most) {
        return able(
                actor,
                project,
                "position(lower(?) in lower(" + NAME + " || ' ' || a.login)) > 0 order by " + NAME
                        + " collate people, a.id limit " + most,
                text.strip());
    }

    Optional<ReviewParty> byLogin(Actor actor, long project, String login) {
        return able(actor, project, "a.login = ?", login).stream().findFirst();
    }

    private List<ReviewParty> able(Actor actor, long project, String which, String value) {
        return jdbc.query(
                "select a.id, a.login, " + NAME + " as name " + ABLE + which,
                (row, number) -> new ReviewParty(row.getLong("id"), row.getString("login"), row.getString("name")),
                actor.projects() == null,
                project,
                profiles(project),
                value);
    }

    private String[] profiles(long project) {
        Membership whole = new Membership(project, "", Set.of(), true);
        return profiles.of(project).stream()
                .filter(profile -> ReviewReach.sees(new Actor("", null, profile.permissions(), whole, null), project))
                .map(Profile::id)
                .toArray(String[]::new);
    }
}
