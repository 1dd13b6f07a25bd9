package dev.lintel.domain.site;

import static java.util.stream.Collectors.toMap;

import dev.lintel.domain.user.User;
import dev.lintel.domain.wire.Quoted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The e-mail addresses by which people of a project log in, and to which the link goes when they forget their password. They
 * confirm a new one themselves, whoever wants it for them; so a file that has another one is refused, as a table of users is.
 */
final class AccountAddresses {
    private final JdbcTemplate jdbc;

    AccountAddresses(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One for each user who has an account and would get another address, or none. */
    List<SiteProblem> problems(long project, Site stored, SiteFile.Numbered file) {
        List<User> wanted = file.site().users();
        Map<String, User> before = stored.users().stream().collect(toMap(User::id, user -> user));
        Map<String, User> changed = new HashMap<>();
        for (User user : wanted) {
            User known = before.get(user.id());
            if (known != null && !Objects.equals(known.email(), user.email())) {
                changed.put(user.id(), user);
            }
        }
        Set<String> holders = Set.copyOf(jdbc.queryForList(
                "select person_id from account where project_id = ? and person_id = any (?)",
                String.class,
                project,
                changed.keySet().toArray(String[]::new)));
        return wanted.stream()
                .filter(user -> holders.contains(user.id()))
                .map(user -> new SiteProblem(
                        file.lines().ofUser(user.id()),
                        "email",
                        named(user.email()) + " of the user " + Quoted.of(user.id()) + " must stay "
                                + named(Objects.requireNonNull(before.get(user.id()))
                                        .email())
                                + ": whoever has an account confirms a new address; ask for it on the user's page"))
                .toList();
    }

    private static String named(@Nullable String email) {
        return email == null ? "nothing" : Quoted.of(email);
    }
}
