package dev.lintel.domain.audit.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The chains with their heads, and the seals that are added to them. */
@Repository
class Chains {
    private final JdbcTemplate jdbc;

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

    /** Adds seals that follow each other and the head of the chain, which this transaction holds. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Chain chain, List<Seal> seals) {
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
