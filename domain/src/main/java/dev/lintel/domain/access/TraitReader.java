package dev.lintel.domain.access;

import dev.lintel.domain.access.SiteTraits.OfIdentifier;
import dev.lintel.domain.access.SiteTraits.OfPerson;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.site.SiteChange;
import dev.lintel.domain.site.SiteChange.Puts;
import dev.lintel.domain.user.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads of people and identifiers what policies ask and site files do not know. */
@Repository
class TraitReader {
    private static final int FETCH_SIZE = 2_000;

    /** More in an hour are told by the last of them. */
    private static final int MOST_ATTEMPTS = 10_000;

    private static final String PEOPLE = "select id, marker_id, main_person from person where project_id = ? and ";
    private static final String IDENTIFIERS = """
            select i.id, i.created, u.day from identifier i
            left join identifier_use_day u on u.project_id = i.project_id and u.identifier_id = i.id
            where i.project_id = ?\
            """;

    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    TraitReader(DataSource dataSource, InstantSource clock) {
        this.clock = clock;
        jdbc = new JdbcTemplate(dataSource);
        jdbc.setFetchSize(FETCH_SIZE);
    }

    SiteTraits all(Project project) {
        Map<String, OfPerson> people = new HashMap<>();
        Map<String, OfIdentifier> identifiers = new HashMap<>();
        jdbc.query(
                PEOPLE + "(marker_id is not null or main_person is not null)",
                row -> {
                    people.put(row.getString("id"), person(row));
                },
                project.id());
        jdbc.query(
                IDENTIFIERS,
                row -> {
                    identifiers.put(row.getString("id"), identifier(row, project.timeZone()));
                },
                project.id());
        return SiteTraits.of(people, identifiers);
    }

    /** What is stored of what changes from one moment to the next. */
    LiveState live(Project project) {
        LiveState[] live = {LiveState.CALM.threatened(threats(project.id()))};
        OffsetDateTime since = clock.instant().minus(LiveState.FAILURES_LAST).atOffset(ZoneOffset.UTC);
        jdbc.query(
                """
                select device_id, case when channel = 'DEVICE' then least(device_time, at) else at end as tried from acs_log
                where project_id = ? and at >= ? and verdict = 'DENY' and identifier_id is null and device_id is not null
                order by at desc limit ?""",
                row -> {
                    Instant at = row.getObject("tried", OffsetDateTime.class).toInstant();
                    live[0] = live[0].failed(row.getString("device_id"), at);
                },
                project.id(),
                since,
                MOST_ATTEMPTS);
        return live[0];
    }

    /** The levels that are set, by groups. */
    Map<String, ThreatLevel> threats(long project) {
        Map<String, ThreatLevel> levels = new HashMap<>();
        jdbc.query(
                "select group_id, level from threat_level where project_id = ?",
                row -> {
                    levels.put(row.getString("group_id"), ThreatLevel.valueOf(row.getString("level")));
                },
                project);
        return levels;
    }

    /** Of those that a change adds or changes, as they are stored by now. */
    SiteTraits of(Project project, SiteChange change) {
        String[] people = put(change.users(), User::id);
        String[] identifiers = put(change.identifiers(), Identifier::id);
        Map<String, OfPerson> ofPeople = new HashMap<>();
        Map<String, OfIdentifier> ofIdentifiers = new HashMap<>();
        if (people.length > 0) {
            jdbc.query(
                    PEOPLE + "id = any (?)",
                    row -> {
                        ofPeople.put(row.getString("id"), person(row));
                    },
                    project.id(),
                    people);
        }
        if (identifiers.length > 0) {
            jdbc.query(
                    IDENTIFIERS + " and i.id = any (?)",
                    row -> {
                        ofIdentifiers.put(row.getString("id"), identifier(row, project.timeZone()));
                    },
                    project.id(),
                    identifiers);
        }
        return SiteTraits.of(ofPeople, ofIdentifiers);
    }

    private static <T> String[] put(Puts<T> puts, Function<T, String> id) {
        return Stream.of(puts.added(), puts.changed())
                .flatMap(List::stream)
                .map(id)
                .toArray(String[]::new);
    }

    private static OfPerson person(ResultSet row) throws SQLException {
        return new OfPerson(row.getString("marker_id"), row.getString("main_person"));
    }

    private static OfIdentifier identifier(ResultSet row, ZoneId zone) throws SQLException {
        return new OfIdentifier(
                row.getObject("created", OffsetDateTime.class)
                        .atZoneSameInstant(zone)
                        .toLocalDate(),
                row.getObject("day", LocalDate.class));
    }
}
