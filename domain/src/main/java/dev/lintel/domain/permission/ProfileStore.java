package dev.lintel.domain.permission;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
            Set.of((String[]) row.getArray("available").getArray()),
            row.getLong("version"));

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
        return withBuiltIn(jdbc.query(
                "select * from profile where project_id = ? or project_id is null order by project_id nulls first, name",
                PROFILE,
                project));
    }

    /** All that people of every project can have: built in, and of the whole server. */
    List<Profile> ofServer() {
        return withBuiltIn(jdbc.query("select * from profile where project_id is null order by name", PROFILE));
    }

    private static List<Profile> withBuiltIn(List<Profile> stored) {
        return Stream.concat(Arrays.stream(BuiltInProfile.values()).map(BuiltInProfile::profile), stored.stream())
                .toList();
    }

    /** The profile that a person has; empty when there is no such person, or the profile is gone. */
    Optional<Profile> ofPerson(long project, String person) {
        return jdbc
                .queryForList(
                        "select profile from person where project_id = ? and id = ?", String.class, project, person)
                .stream()
                .findFirst()
                .flatMap(id -> find(project, id));
    }

    boolean hasProject(long project) {
        return !jdbc.queryForList("select 1 from project where id = ?", Integer.class, project)
                .isEmpty();
    }

    /** Whether another profile, of the project or of the whole server, has the name. */
    boolean isTaken(@Nullable Long project, String name, String exceptId) {
        return !jdbc.queryForList("""
                        select 1 from profile where name = ? and id <> ?
                        and (project_id is null or ?::bigint is null or project_id = ?)""", Integer.class, name, exceptId, project, project)
                .isEmpty();
    }

    void add(Profile profile) {
        jdbc.update(
                """
                insert into profile (id, project_id, name, description, permissions, available, version)
                values (?, ?, ?, ?, ?, ?, 0)""",
                profile.id(),
                profile.project(),
                profile.name(),
                profile.description(),
                codes(profile),
                ids(profile));
    }

    /** @return whether it was still at the version of this profile */
    boolean change(Profile profile) {
        return jdbc.update(
                        """
                        update profile set name = ?, description = ?, permissions = ?, available = ?, version = version + 1
                        where id = ? and version = ?""",
                        profile.name(),
                        profile.description(),
                        codes(profile),
                        ids(profile),
                        profile.id(),
                        profile.version())
                == 1;
    }

    /** Deletes it, and takes it from the profiles that offered it. */
    void delete(String id) {
        jdbc.update("delete from profile where id = ?", id);
        jdbc.update(
                "update profile set available = array_remove(available, ?), version = version + 1 where ? = any (available)",
                id,
                id);
    }

    /** How many people have it; those of a project if it is not null. */
    int holders(@Nullable Long project, String id) {
        Integer count = jdbc.queryForObject(
                "select count(*) from person where profile = ? and (?::bigint is null or project_id = ?)",
                Integer.class,
                id,
                project,
                project);
        return count == null ? 0 : count;
    }

    private static String[] codes(Profile profile) {
        return profile.permissions().stream().map(Permission::code).sorted().toArray(String[]::new);
    }

    private static String[] ids(Profile profile) {
        return profile.available().stream().sorted().toArray(String[]::new);
    }

    /** A code that this version does not know permits nothing. */
    private static Set<Permission> permissions(String[] codes) {
        return Arrays.stream(codes)
                .map(Permission::ofCode)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }
}
