package dev.lintel.domain.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.TestPostgres;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What was stored before identifiers had one form of their value gets the form that the server would give it. */
@Tag("ID-2")
class IdentifierMigrationIT {
    private static final Map<IdentifierType, List<String>> STORED = Map.of(
            IdentifierType.CARD,
                    List.of(
                            "0045131262",
                            "02:B0:A5:FD",
                            "0xBC614E",
                            "1a-2b-3c-4e",
                            "04 A2 24 5A 1B 5E 80",
                            "FFFFFFFFFFFFFFFF",
                            "176,42494",
                            "123-45678",
                            "00688/42499"),
            IdentifierType.UKEY, List.of("00:1a:2b:3c:4d:5e:6f", "ab cd"),
            IdentifierType.LICENCE_PLATE, List.of("ab 12-cde", "\u0410\u200912\u2013\u0412\u0421"),
            IdentifierType.QR, List.of("0F8FAD5B-D9CB-469F-A165-70867728950E", "Plain Text"),
            IdentifierType.ACCESS_CODE, List.of("0042"));

    @Test
    void givesEveryValueTheFormThatTheServerWouldGiveIt() {
        DriverManagerDataSource database = new DriverManagerDataSource(TestPostgres.emptyDatabase(), "postgres", "");
        FluentConfiguration flyway = Flyway.configure().dataSource(database).locations("classpath:db/migration");
        flyway.target("14").load().migrate();
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.update("insert into project (name, time_zone) values ('Old', 'UTC')");
        jdbc.update(
                "insert into person (project_id, id, name, profile, suspended) select id, 'u1', 'Old', 'user', false from project");
        STORED.forEach((type, values) -> values.forEach(value -> jdbc.update("""
                insert into identifier (project_id, id, person_id, type, value, passes_used, revoked)
                select id, ?, 'u1', ?, ?, 0, false from project""", value, type.name(), value)));

        flyway.target("latest").load().migrate();

        jdbc.query("select * from identifier", row -> {
            IdentifierType type = IdentifierType.valueOf(row.getString("type"));
            String value = row.getString("value");
            assertThat(row.getString("identity")).as(value).isEqualTo(IdentifierValue.known(type, value));
            assertThat(row.getString("words").isEmpty()).as(value).isEqualTo(type.isSecret());
        });
    }
}
