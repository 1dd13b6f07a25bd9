package dev.lintel.domain.user.people;

import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.user.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads people, and keeps of them what site files do not know. The rest is stored with the site. */
@Repository
class PersonStore {
    /** What a {@link UserStatus} is in the database. */
    static final String STATUS = """
            case when p.suspended then 'SUSPENDED' when a.id is not null then 'ACTIVE'
                 when i.expires is null then 'NOT_INVITED' when i.expires > now() then 'INVITED'
                 else 'INVITATION_EXPIRED' end""";

    /** People with what is joined to them: {@code p}, their account {@code a}, their invitation {@code i}. */
    static final String FROM = """
            person p left join account a on a.project_id = p.project_id and a.person_id = p.id
            left join invitation i on i.project_id = p.project_id and i.person_id = p.id""";

    private static final String PEOPLE = """
            select p.*, a.id as account, i.expires,
                   (select l.email from account_link l where l.account_id = a.id and l.purpose = 'EMAIL') as new_email,
                   array(select m.group_id from person_group m
                         where m.project_id = p.project_id and m.person_id = p.id order by m.position) as groups
            from\s""" + FROM + " where ";

    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    PersonStore(JdbcTemplate jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By name. */
    List<Person> find(SqlCondition condition) {
        return jdbc.query(
                PEOPLE + condition.sql() + " order by p.name, p.id",
                this::person,
                condition.parameters().toArray());
    }

    Optional<Person> byId(long project, String id) {
        return find(SqlCondition.of("p.project_id = ? and p.id = ?", project, id)).stream()
                .findFirst();
    }

    /** The family members of these main users. */
    List<Person> family(long project, Collection<String> mainUsers) {
        return find(SqlCondition.of(
                "p.project_id = ? and p.main_person = any (?)", project, mainUsers.toArray(String[]::new)));
    }

    /** What site files do not know. */
    void saveRest(long project, String id, PersonDraft draft) {
        jdbc.update("""
                update person set phone = ?, address = ?, marker_id = ?, version = version + 1
                where project_id = ? and id = ?""", draft.phone(), draft.address(), draft.marker(), project, id);
    }

    void noteCreated(long project, String id, @Nullable String mainUser) {
        jdbc.update(
                "update person set created = ?, main_person = ? where project_id = ? and id = ?",
                clock.instant().atOffset(ZoneOffset.UTC),
                mainUser,
                project,
                id);
    }

    /** Remembers of family members whether they are suspended on their own account. */
    void noteSuspendedWithMain(long project, Collection<String> ids, boolean withMain) {
        jdbc.update(
                "update person set suspended_with_main = ? where project_id = ? and id = any (?)",
                withMain,
                project,
                ids.toArray(String[]::new));
    }

    List<String> suspendedWithMain(long project, Collection<String> mainUsers) {
        return jdbc.queryForList(
                "select id from person where project_id = ? and main_person = any (?) and suspended_with_main",
                String.class,
                project,
                mainUsers.toArray(String[]::new));
    }

    /** Names by id, for what people read. */
    Map<String, String> groupNames(long project, Collection<String> ids) {
        return jdbc
                .query(
                        "select id, name from object_group where project_id = ? and id = any (?)",
                        (row, number) -> Map.entry(row.getString("id"), row.getString("name")),
                        project,
                        ids.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    String markerName(long project, String marker) {
        return jdbc
                .queryForList("select name from marker where project_id = ? and id = ?", String.class, project, marker)
                .stream()
                .findFirst()
                .orElse(marker);
    }

    /** What an own profile is called; a built-in one goes by its code. */
    String profileName(String profile) {
        return jdbc.queryForList("select name from profile where id = ?", String.class, profile).stream()
                .findFirst()
                .orElse(profile);
    }

    private Person person(ResultSet row, int number) throws SQLException {
        OffsetDateTime expires = row.getObject("expires", OffsetDateTime.class);
        Long account = row.getObject("account", Long.class);
        User user = new User(
                row.getString("id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("profile"),
                Arrays.asList((String[]) row.getArray("groups").getArray()),
                row.getBoolean("suspended"));
        return new Person(
                row.getLong("project_id"),
                user,
                row.getString("phone"),
                row.getString("address"),
                row.getString("marker_id"),
                row.getString("main_person"),
                status(user.suspended(), account, expires),
                account,
                row.getString("new_email"),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }

    private UserStatus status(boolean suspended, @Nullable Long account, @Nullable OffsetDateTime expires) {
        if (suspended) {
            return UserStatus.SUSPENDED;
        }
        if (account != null) {
            return UserStatus.ACTIVE;
        }
        if (expires == null) {
            return UserStatus.NOT_INVITED;
        }
        return expires.toInstant().isAfter(clock.instant()) ? UserStatus.INVITED : UserStatus.INVITATION_EXPIRED;
    }
}
