package dev.lintel.domain.access;

import dev.lintel.domain.listing.SqlCondition;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * By what texts owners and identifiers were known in the ACS log: whoever looks for a text looks here first, and for the
 * entries by id. Kept where entries are sealed, so that no door waits; entries that wait for it are looked at themselves.
 */
@Component
class SoughtWords {
    /** Whoever has more than so many records with a text in them finds entries of theirs soon enough. */
    private static final int MOST_RECORDS = 100;

    private static final int MOST_WAITING = 1_000;

    private final JdbcTemplate jdbc;

    SoughtWords(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What a text is looked for in. */
    enum Of {
        OWNER("owner_id", "sought_owner", ""),
        /** What nobody knew has no id, and is told by its entry. */
        IDENTIFIER("identifier_id", "sought_identifier", "identifier_id is null or ");

        private final String id;
        private final String text;
        private final String always;

        Of(String id, String text, String always) {
            this.id = id;
            this.text = text;
            this.always = always;
        }
    }

    private record Word(long project, String record) {}

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void settled(AcsLogEntry.Settled settled) {
        for (Of of : Of.values()) {
            keep(of, "id = any (?)", (Object) settled.entries().toArray(Long[]::new));
        }
    }

    private void keep(Of of, String entries, Object... parameters) {
        jdbc.update(
                "insert into acs_log_word (project_id, field, record_id, sought) select distinct project_id, '"
                        + of.name()
                        + "', " + of.id + ", " + of.text + " from acs_log where project_id is not null and " + of.id
                        + " is not null and " + entries + " on conflict do nothing",
                parameters);
    }

    /** After entries of these records have changed, the words that are still in the log. */
    void renew(long project, Of of, Collection<String> records) {
        String[] ids = records.toArray(String[]::new);
        jdbc.update(
                "delete from acs_log_word where project_id = ? and field = ? and record_id = any (?)",
                project,
                of.name(),
                ids);
        keep(of, "project_id = ? and " + of.id + " = any (?)", project, ids);
    }

    /** Before entries go: forgets the words that are in no other. */
    void forget(List<Long> entries) {
        Long[] ids = entries.toArray(Long[]::new);
        for (Of of : Of.values()) {
            jdbc.update("""
                    delete from acs_log_word w using (
                        select distinct project_id, %1$s as record_id from acs_log where id = any (?)) as gone
                    where w.field = '%2$s' and w.project_id = gone.project_id and w.record_id = gone.record_id
                      and not exists (select from acs_log e where e.project_id = w.project_id and e.%1$s = w.record_id
                                      and e.%3$s = w.sought and e.id <> all (?))""".formatted(of.id, of.name(), of.text), ids, ids);
        }
    }

    /**
     * Holds for every entry that has a text in it, and for few others.
     *
     * @param project null is any
     */
    SqlCondition narrow(Of of, String text, @Nullable Long project) {
        List<Long> waiting = jdbc.queryForList(
                "select entry from log_waiting where log = 'ACS' limit " + (MOST_WAITING + 1), Long.class);
        List<Word> words = jdbc.query(
                "select distinct project_id, record_id from acs_log_word where field = ? and position(lower(?) in sought) > 0"
                        + " and (?::bigint is null or project_id = ?) limit " + (MOST_RECORDS + 1),
                (row, number) -> new Word(row.getLong(1), Objects.requireNonNull(row.getString(2))),
                of.name(),
                text,
                project,
                project);
        if (waiting.size() > MOST_WAITING || words.size() > MOST_RECORDS) {
            return SqlCondition.all();
        }
        return SqlCondition.of(
                "(project_id = any (?) and " + of.id + " = any (?) or " + of.always + "id = any (?))",
                words.stream().map(Word::project).distinct().toArray(Long[]::new),
                words.stream().map(Word::record).distinct().toArray(String[]::new),
                waiting.toArray(Long[]::new));
    }
}
