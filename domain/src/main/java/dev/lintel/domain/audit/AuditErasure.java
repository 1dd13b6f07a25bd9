package dev.lintel.domain.audit;

import static java.util.stream.Collectors.joining;

import dev.lintel.domain.audit.PersonTraces.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes a person out of the audit: what they did, what was done to them, and where they are named elsewhere. */
@Component
class AuditErasure {
    /** Between names where a field has several. */
    private static final String BETWEEN = ", ";

    private static final String ENTRIES = """
            select coalesce(project_id, 0) as project, id from audit_entry
            where action <> 'ERASED' and (
                project_id = ? and kind = 'user' and record_id = ?
                or project_id = ? and kind = 'identifier' and record_id = any (?)
                or account_id = any (?)
                or (project_id = ? or project_id is null) and (
                    array[actor, record_name] && ?::text[]
                    or exists (select from jsonb_each_text(before) f where string_to_array(f.value, ', ') && ?::text[])
                    or exists (select from jsonb_each_text(after) f where string_to_array(f.value, ', ') && ?::text[])))
            order by id""";

    private final JdbcTemplate jdbc;

    AuditErasure(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids of the entries that tell of the person, ascending, by project; 0 is the server. */
    SortedMap<Long, List<Long>> entries(Traces person) {
        String[] words = person.words().toArray(String[]::new);
        SortedMap<Long, List<Long>> entries = new TreeMap<>();
        jdbc.query(
                ENTRIES,
                row -> {
                    entries.computeIfAbsent(row.getLong("project"), project -> new ArrayList<>())
                            .add(row.getLong("id"));
                },
                person.project(),
                person.id(),
                person.project(),
                person.identifiers().toArray(String[]::new),
                person.accounts().toArray(Long[]::new),
                person.project(),
                words,
                words,
                words);
        return entries;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(List<Long> entries, Traces person, String pseudonym) {
        List<AuditEntry> found = jdbc.query("select * from audit_entry where id = any (?)", AuditStore.ENTRY, (Object)
                entries.toArray(Long[]::new));
        jdbc.batchUpdate(
                """
                update audit_entry set actor = ?, account_id = ?, origin = ?, record_id = ?, record_name = ?,
                    before = ?::jsonb, after = ?::jsonb, sought_actor = ?, sought_record = ?
                where id = ?""",
                found.stream()
                        .map(entry -> row(entry, new Words(person, pseudonym)))
                        .toList());
    }

    private static Object[] row(AuditEntry entry, Words words) {
        boolean did = words.isAccount(entry);
        boolean own = words.isOwnRecord(entry);
        String actor = did ? words.pseudonym() : words.without(entry.actor());
        String name = own ? words.pseudonym() : words.without(entry.recordName());
        return new Object[] {
            actor,
            did ? null : entry.account(),
            did ? null : entry.origin(),
            own ? words.pseudonym() : entry.recordId(),
            name,
            AuditStore.json(words.without(entry.before(), own)),
            AuditStore.json(words.without(entry.after(), own)),
            AuditStore.sought(actor),
            AuditStore.sought(name),
            entry.id()
        };
    }

    /** Finds the person in an entry. */
    private record Words(Traces person, String pseudonym) {
        boolean isAccount(AuditEntry entry) {
            return entry.account() != null && person.accounts().contains(entry.account())
                    || person.words().contains(entry.actor());
        }

        boolean isOwnRecord(AuditEntry entry) {
            boolean here = entry.project() != null && entry.project() == person.project();
            return here
                    && (entry.kind().equals("user") && entry.recordId().equals(person.id())
                            || entry.kind().equals("identifier")
                                    && person.identifiers().contains(entry.recordId()));
        }

        String without(String text) {
            return Stream.of(text.split(BETWEEN, -1))
                    .map(word -> person.words().contains(word) ? pseudonym : word)
                    .collect(joining(BETWEEN));
        }

        /** @param all whether every value tells of the person */
        SortedMap<String, String> without(SortedMap<String, String> fields, boolean all) {
            SortedMap<String, String> left = new TreeMap<>();
            fields.forEach((field, value) -> left.put(field, all ? pseudonym : without(value)));
            return left;
        }
    }
}
