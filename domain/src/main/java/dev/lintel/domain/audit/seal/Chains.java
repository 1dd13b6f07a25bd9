package dev.lintel.domain.audit.seal;

import dev.lintel.domain.permission.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The chains with their heads, and the seals that are added to them. */
@Repository
class Chains {
    private static final int SALT_BYTES = 16;

    private final JdbcTemplate jdbc;

    /** An entry as it is to be sealed. */
    private record Digested(byte[] parts, byte[] salt) {
        /** Of an entry that vanished before it was sealed: it will be missed for ever. */
        static final Digested VANISHED = new Digested(new byte[0], new byte[0]);
    }

    Chains(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The chain, made if it is new, and held until the transaction ends: one node at a time adds to it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Chain hold(SealedLog log, long project) {
        jdbc.update(
                "insert into log_chain (log, project, number, hash) values (?, ?, 0, ?) on conflict do nothing",
                log.name(),
                project,
                Chain.start(log, project));
        return jdbc.query(
                        "select * from log_chain where log = ? and project = ? for update",
                        (row, number) -> chain(row),
                        log.name(),
                        project)
                .getFirst();
    }

    /**
     * Seals entries as they are, in the order given, at the end of the chain, which this transaction holds.
     *
     * @param erasure id of the audit entry of the erasure that makes new seals necessary; null for first ones
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Chain chain, List<Long> entries, @Nullable Long erasure) {
        Map<Long, Digested> digested = digest(chain.log(), entries);
        List<Seal> seals = new ArrayList<>(entries.size());
        byte[] previous = chain.hash();
        for (long entry : entries) {
            Digested content = digested.getOrDefault(entry, Digested.VANISHED);
            long number = chain.number() + seals.size() + 1;
            Seal seal = Seal.after(previous, number, entry, content.parts(), content.salt(), erasure);
            seals.add(seal);
            previous = seal.hash();
        }
        insert(chain, seals);
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

    private void insert(Chain chain, List<Seal> seals) {
        jdbc.batchUpdate(
                """
                insert into log_seal (chain, number, entry, version, parts, salt, erasure, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                seals.stream()
                        .map(seal -> new Object[] {
                            chain.id(),
                            seal.number(),
                            seal.entry(),
                            seal.version(),
                            seal.parts(),
                            seal.salt(),
                            seal.erasure(),
                            seal.hash()
                        })
                        .toList());
        Seal last = seals.getLast();
        jdbc.update("update log_chain set number = ?, hash = ? where id = ?", last.number(), last.hash(), chain.id());
    }

    static Chain chain(ResultSet row) throws SQLException {
        return new Chain(
                row.getLong("id"),
                SealedLog.valueOf(row.getString("log")),
                row.getLong("project"),
                row.getLong("number"),
                row.getBytes("hash"));
    }
}
