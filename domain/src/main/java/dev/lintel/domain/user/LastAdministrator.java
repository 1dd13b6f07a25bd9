package dev.lintel.domain.user;

import dev.lintel.domain.permission.BuiltInProfile;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Sees to it that somebody can always run the server: an account of its own, or a person who has that profile. */
@Component
public class LastAdministrator {
    private static final String ADMINISTRATORS = """
            select a.id from account a join person p on p.project_id = a.project_id and p.id = a.person_id
            where p.profile = 'server-administrator' and not p.suspended and""";

    private static final String IS_LEFT = "select exists (select from account where project_id is null)"
            + " or not exists (" + ADMINISTRATORS + " (p.project_id = ? and p.id = any (?)))"
            + " or exists (" + ADMINISTRATORS + " not (p.project_id = ? and p.id = any (?)))";

    private final JdbcTemplate jdbc;

    LastAdministrator(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Asked before a change of people is stored.
     *
     * @throws LastAdministratorException when nobody would be left
     */
    public void mayLose(long project, List<User> changed, List<String> removed) {
        String administrator = BuiltInProfile.SERVER_ADMINISTRATOR.code();
        String[] losing = Stream.concat(
                        removed.stream(),
                        changed.stream()
                                .filter(user ->
                                        user.suspended() || !user.profile().equals(administrator))
                                .map(User::id))
                .toArray(String[]::new);
        boolean isLeft = losing.length == 0
                || Boolean.TRUE.equals(jdbc.queryForObject(IS_LEFT, Boolean.class, project, losing, project, losing));
        if (!isLeft) {
            throw new LastAdministratorException();
        }
    }
}
