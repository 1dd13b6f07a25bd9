package dev.lintel.domain.audit;

import dev.lintel.domain.permission.Secrets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds out by what a person can be known. */
@Component
class PersonTraces {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** What somebody else of the project is called as well tells nothing of this person alone, and stays. */
    private static final String WORDS = """
            with told as (
                select record_name, before, after from audit_entry
                where project_id = ? and kind = 'user' and record_id = ?
                    or kind = 'account' and record_id = any (?)),
            word as (
                select unnest(array[name, email]) as text from person where project_id = ? and id = ?
                union select unnest(array[login, name, email]) from account where id = any (?)
                union select owner_name from acs_log where project_id = ? and owner_id = ?
                union select record_name from told
                union select unnest(array[fields ->> 'name', fields ->> 'e-mail', fields ->> 'login'])
                    from told, unnest(array[before, after]) as fields)
            select text from word where text <> '' and not exists (
                select from person where project_id = ? and id <> ? and (name = text or email = text))""";

    /** Identifiers that the person has, and those that the audit says they had. */
    private static final String IDENTIFIERS = """
            select id, value from identifier where project_id = ? and person_id = ?
            union
            select record_id, nullif(fields ->> 'value', '••••') from audit_entry, unnest(array[before, after]) as fields
            where project_id = ? and kind = 'identifier' and array[before ->> 'owner', after ->> 'owner'] && ?::text[]""";

    private final JdbcTemplate jdbc;

    PersonTraces(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Traces of(long project, String person) {
        List<Long> accounts = jdbc.queryForList(
                "select id from account where project_id = ? and person_id = ?", Long.class, project, person);
        Set<String> words = Set.copyOf(jdbc.queryForList(
                WORDS,
                String.class,
                project,
                person,
                accounts.stream().map(Object::toString).toArray(String[]::new),
                project,
                person,
                accounts.toArray(Long[]::new),
                project,
                person,
                project,
                person));
        Set<String> identifiers = new HashSet<>();
        Set<String> values = new HashSet<>();
        jdbc.query(
                IDENTIFIERS,
                row -> {
                    identifiers.add(row.getString(1));
                    if (row.getString(2) != null) {
                        values.add(row.getString(2));
                    }
                },
                project,
                person,
                project,
                words.toArray(String[]::new));
        return new Traces(project, person, words, Set.copyOf(accounts), identifiers, values);
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
