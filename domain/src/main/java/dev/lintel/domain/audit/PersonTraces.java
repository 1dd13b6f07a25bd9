package dev.lintel.domain.audit;

import dev.lintel.domain.permission.Secrets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds out by what a person can be known in the logs. */
@Component
class PersonTraces {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** What somebody else of the project is called as well tells nothing of this person alone, and stays. */
    private static final String WORDS = """
            with word as (
                select unnest(array[name, email]) as text from person where project_id = ? and id = ?
                union select login from account where project_id = ? and person_id = ?
                union select owner_name from acs_log where project_id = ? and owner_id = ?
                union select unnest(array[record_name, before ->> 'name', after ->> 'name', before ->> 'email', after ->> 'email'])
                    from audit_entry where project_id = ? and kind = 'user' and record_id = ?)
            select text from word where text <> '' and not exists (
                select from person where project_id = ? and id <> ? and (name = text or email = text))""";

    private final JdbcTemplate jdbc;

    PersonTraces(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is known of a person.
     *
     * @param words names, addresses and logins, past and present
     */
    record Traces(long project, String id, Set<String> words, Set<Long> accounts, Set<String> identifiers) {}

    Traces of(long project, String person) {
        List<String> words = jdbc.queryForList(
                WORDS,
                String.class,
                project,
                person,
                project,
                person,
                project,
                person,
                project,
                person,
                project,
                person);
        return new Traces(
                project,
                person,
                Set.copyOf(words),
                Set.copyOf(jdbc.queryForList(
                        "select id from account where project_id = ? and person_id = ?", Long.class, project, person)),
                Set.copyOf(jdbc.queryForList(
                        "select id from identifier where project_id = ? and person_id = ?",
                        String.class,
                        project,
                        person)));
    }

    /** One that nobody of the project has had. */
    Pseudonym pseudonym(long project) {
        int bytes = 2;
        while (true) {
            String code = HEX.formatHex(Secrets.random(bytes));
            boolean taken = Boolean.TRUE.equals(jdbc.queryForObject(
                    "select exists (select from audit_entry where project_id = ? and action = 'ERASED' and record_id = ?)",
                    Boolean.class,
                    project,
                    code));
            if (!taken) {
                return new Pseudonym(code);
            }
            bytes++;
        }
    }
}
