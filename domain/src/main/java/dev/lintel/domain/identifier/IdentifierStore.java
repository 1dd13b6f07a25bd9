package dev.lintel.domain.identifier;

import dev.lintel.domain.listing.SqlCondition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** Reads identifiers, and keeps of them what site files do not know. The rest is stored with the site. */
@Repository
public class IdentifierStore {
    private static final RowMapper<Identifier> IDENTIFIER = (row, number) -> identifier(row);

    /** When it last opened a door: as the log says, or as was kept when the entry became too old for it. In SQL, of an {@code identifier i}. */
    public static final String LAST_USED = """
        coalesce(
            (select u.at from acs_log u where u.project_id = i.project_id and u.identifier_id = i.id
                and u.verdict = 'GRANT' order by u.id desc limit 1),
            (select o.at from identifier_last_use o where o.project_id = i.project_id and o.identifier_id = i.id))\
        """;

    private static final String ISSUED = "select i.*, p.name as owner, " + LAST_USED + " as last_used," + """
            array(select t.restriction_id from restriction_grant t
                  where t.project_id = i.project_id and t.identifier_id = i.id order by t.restriction_id) as restrictions
            from identifier i join person p on p.project_id = i.project_id and p.id = i.person_id where\s""";

    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    IdentifierStore(JdbcTemplate jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param condition on {@code identifier i} and its owner {@code person p} */
    List<IssuedIdentifier> find(SqlCondition condition) {
        return jdbc.query(
                ISSUED + condition.sql() + " order by i.created, i.id",
                (row, number) -> issued(row),
                condition.parameters().toArray());
    }

    Optional<IssuedIdentifier> byId(long project, String id) {
        return find(SqlCondition.of("i.project_id = ? and i.id = ?", project, id)).stream()
                .findFirst();
    }

    /** Whoever of the project has an identifier that means the same. */
    public Optional<Identifier> holder(long project, IdentifierType type, String value) {
        return jdbc
                .query(
                        "select * from identifier where project_id = ? and type = ? and identity = ?",
                        IDENTIFIER,
                        project,
                        type.name(),
                        IdentifierValue.known(type, value))
                .stream()
                .findFirst();
    }

    /** What site files do not know. */
    void saveRest(long project, String id, IdentifierDraft draft) {
        jdbc.update(
                "update identifier set name = ?, notes = ?, version = version + 1 where project_id = ? and id = ?",
                draft.name(),
                draft.notes(),
                project,
                id);
    }

    void noteCreated(long project, String id) {
        jdbc.update(
                "update identifier set created = ? where project_id = ? and id = ?",
                clock.instant().atOffset(ZoneOffset.UTC),
                project,
                id);
    }

    private static IssuedIdentifier issued(ResultSet row) throws SQLException {
        return new IssuedIdentifier(
                row.getLong("project_id"),
                identifier(row),
                row.getString("owner"),
                row.getString("name"),
                row.getString("notes"),
                Arrays.asList((String[]) row.getArray("restrictions").getArray()),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                instant(row, "last_used"),
                row.getLong("version"));
    }

    private static Identifier identifier(ResultSet row) throws SQLException {
        String guest = row.getString("guest");
        return new Identifier(
                row.getString("id"),
                row.getString("person_id"),
                IdentifierType.valueOf(row.getString("type")),
                row.getString("value"),
                instant(row, "valid_from"),
                instant(row, "valid_until"),
                row.getObject("max_passes", Integer.class),
                row.getInt("passes_used"),
                row.getBoolean("revoked"),
                row.getBoolean("suspended"),
                guest == null ? null : GuestKind.valueOf(guest));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
