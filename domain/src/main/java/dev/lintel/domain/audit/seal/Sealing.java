package dev.lintel.domain.audit.seal;

import dev.lintel.domain.permission.Secrets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Seals what waits for it. Several nodes may do so at once: each chain is added to by one of them at a time. */
@Component
class Sealing {
    static final int SALT_BYTES = 16;

    private static final int MOST_AT_ONCE = 500;

    private final Chains chains;
    private final JdbcTemplate jdbc;

    Sealing(Chains chains, JdbcTemplate jdbc) {
        this.chains = chains;
        this.jdbc = jdbc;
    }

    /** A log of a project in which entries wait. */
    record Waiting(SealedLog log, long project) {}

    /** An entry as it is to be sealed. */
    private record Digested(byte[] parts, byte[] salt) {
        /** Of an entry that vanished before it was sealed: it will be missed for ever. */
        static final Digested VANISHED = new Digested(new byte[0], new byte[0]);
    }

    List<Waiting> waiting() {
        return jdbc.query(
                "select distinct log, project from log_waiting order by log, project",
                (row, number) -> new Waiting(SealedLog.valueOf(row.getString("log")), row.getLong("project")));
    }

    /**
     * Seals some of the entries that wait, in the order of their ids.
     *
     * @return whether more may wait
     */
    @Transactional
    public boolean seal(Waiting where) {
        Chain chain = chains.hold(where.log(), where.project());
        List<Long> entries = take(where);
        if (entries.isEmpty()) {
            return false;
        }
        Map<Long, Digested> digested = digest(where.log(), entries);
        List<Seal> seals = new ArrayList<>(entries.size());
        byte[] previous = chain.hash();
        for (long entry : entries) {
            Digested content = digested.getOrDefault(entry, Digested.VANISHED);
            long number = chain.number() + seals.size() + 1;
            Seal seal = Seal.after(previous, number, entry, content.parts(), content.salt(), null);
            seals.add(seal);
            previous = seal.hash();
        }
        chains.add(chain, seals);
        return entries.size() == MOST_AT_ONCE;
    }

    private List<Long> take(Waiting where) {
        return jdbc.queryForList("""
                        delete from log_waiting w using (
                            select log, project, entry from log_waiting where log = ? and project = ?
                            order by entry limit ?) as first
                        where w.log = first.log and w.project = first.project and w.entry = first.entry
                        returning w.entry""", Long.class, where.log().name(), where.project(), MOST_AT_ONCE).stream()
                .sorted()
                .toList();
    }

    private Map<Long, Digested> digest(SealedLog log, List<Long> entries) {
        Map<Long, Digested> digested = HashMap.newHashMap(entries.size());
        jdbc.query(
                "select * from " + log.table() + " where id = any (?)",
                row -> {
                    byte[] salt = Secrets.random(SALT_BYTES);
                    digested.put(row.getLong("id"), new Digested(log.parts(row, salt), salt));
                },
                (Object) entries.toArray(Long[]::new));
        return digested;
    }
}
