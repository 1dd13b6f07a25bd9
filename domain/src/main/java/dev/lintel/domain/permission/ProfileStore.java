package dev.lintel.domain.permission;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** The profiles that there are, built in and stored, for services that see to permission and scope themselves. */
@Repository
public class ProfileStore {
    private static final RowMapper<Profile> PROFILE = (row, number) -> new Profile(
            row.getString("id"),
            row.getObject("project_id", Long.class),
            row.getString("name"),
            row.getString("description"),
            permissions((String[]) row.getArray("permissions").getArray()),
            Set.of((String[]) row.getArray("available").getArray()));

    private final JdbcTemplate jdbc;

    public ProfileStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The profile with this id, as far as people of the project can have it. */
    public Optional<Profile> find(long project, String id) {
        return BuiltInProfile.ofCode(id).map(BuiltInProfile::profile).or(() -> jdbc
                .query(
                        "select * from profile where id = ? and (project_id = ? or project_id is null)",
                        PROFILE,
                        id,
                        project)
                .stream()
                .findFirst());
    }

    /** All that people of the project can have: built in, of the whole server, and its own, each by name. */
    public List<Profile> of(long project) {
        List<Profile> stored = jdbc.query(
                "select * from profile where project_id = ? or project_id is null order by project_id nulls first, name",
                PROFILE,
                project);
        return Stream.concat(Arrays.stream(BuiltInProfile.values()).map(BuiltInProfile::profile), stored.stream())
                .toList();
    }

    /** A code that this version does not know permits nothing. */
    private static Set<Permission> permissions(String[] codes) {
        return Arrays.stream(codes)
                .map(Permission::ofCode)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }
}
