package dev.lintel.domain.audit;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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

    private static final String OF_PERSON = """
            select coalesce(project_id, 0) as project, id from audit_entry
            where action <> 'ERASED' and (
                project_id = ? and kind in ('user', 'invitation') and record_id = ?
                or project_id = ? and kind = 'identifier' and record_id = any (?)
                or kind in ('account', 'second-factor') and record_id = any (?)
                or account_id = any (?)
                or (project_id = ? or project_id is null) and (
                    array[sought_actor, sought_record] && ?::text[]
                    or exists (select from jsonb_each_text(before) f where string_to_array(f.value, ', ') && ?::text[])
                    or exists (select from jsonb_each_text(after) f where string_to_array(f.value, ', ') && ?::text[])))""";

    private final JdbcTemplate jdbc;

    AuditErasure(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Where the audit may tell of the person; 0 is the server. */
    SortedSet<Long> projects(Traces person) {
        SortedSet<Long> projects = new TreeSet<>(jdbc.queryForList(
                "select distinct coalesce(project_id, 0) from audit_entry where account_id = any (?)",
                Long.class,
                (Object) person.accountList()));
        projects.addAll(List.of(0L, person.project()));
        return projects;
    }

    /** Ids of the entries that tell of the person, ascending, by project; 0 is the server. */
    SortedMap<Long, List<Long>> entries(Traces person) {
        SortedMap<Long, List<Long>> entries = new TreeMap<>();
        jdbc.query(
                OF_PERSON + " order by id",
                row -> {
                    entries.computeIfAbsent(row.getLong("project"), project -> new ArrayList<>())
                            .add(row.getLong("id"));
                },
                parameters(person).toArray());
        return entries;
    }

    /** Those of these entries that tell of the person. */
    List<Long> among(List<Long> entries, Traces person) {
        List<Object> parameters = parameters(person);
        parameters.add(entries.toArray(Long[]::new));
        return jdbc.query(OF_PERSON + " and id = any (?)", (row, number) -> row.getLong("id"), parameters.toArray());
    }

    private static List<Object> parameters(Traces person) {
        String[] words = person.wordList();
        String[] accounts = person.accounts().stream().map(Object::toString).toArray(String[]::new);
        return new ArrayList<>(List.of(
                person.project(),
                person.id(),
                person.project(),
                person.identifierList(),
                accounts,
                person.accountList(),
                person.project(),
                person.soughtWords(),
                words,
                words));
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
        boolean did = words.isBy(entry);
        boolean own = words.isOwn(entry);
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
        boolean isBy(AuditEntry entry) {
            return entry.account() != null && person.accounts().contains(entry.account())
                    || person.isWord(entry.actor());
        }

        /** Whether all that the entry says of its record tells of the person. */
        boolean isOwn(AuditEntry entry) {
            String id = entry.recordId();
            boolean here = entry.project() != null && entry.project() == person.project();
            return switch (entry.kind()) {
                case "user", "invitation" -> here && id.equals(person.id());
                case "identifier" -> here && person.identifiers().contains(id);
                case "account", "second-factor" ->
                    person.accounts().stream().anyMatch(account -> id.equals(account.toString()));
                case "api-token" -> isBy(entry);
                default -> false;
            };
        }

        String without(String text) {
            return Stream.of(text.split(BETWEEN, -1))
                    .map(word -> person.isWord(word) ? pseudonym : word)
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
