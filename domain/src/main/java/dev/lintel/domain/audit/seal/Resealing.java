package dev.lintel.domain.audit.seal;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps chains whole where entries are changed by right: by an erasure. */
@Component
public class Resealing {
    private final Chains chains;
    private final JdbcTemplate jdbc;

    Resealing(Chains chains, JdbcTemplate jdbc) {
        this.chains = chains;
        this.jdbc = jdbc;
    }

    /** Keeps everybody else from sealing in this chain until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(SealedLog log, long project) {
        chains.hold(log, project);
    }

    /**
     * Takes the salts of the entries' seals away, so that these tell nothing of what was erased, and seals the entries as
     * they are now. Those that are not sealed yet are passed over: they will be, as they are now.
     *
     * @param project 0 for entries of the server as a whole
     * @param erasure id of the audit entry that tells of it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reseal(SealedLog log, long project, List<Long> entries, long erasure) {
        Chain chain = chains.hold(log, project);
        Object ids = entries.toArray(Long[]::new);
        List<Long> sealed = jdbc.queryForList(
                """
                select distinct entry from log_seal where chain = ? and entry = any (?) and number > ? order by entry""",
                Long.class,
                chain.id(),
                ids,
                // what is being removed needs no seal any more
                Beginning.of(jdbc, chain).after());
        if (!sealed.isEmpty()) {
            jdbc.update("update log_seal set salt = null where chain = ? and entry = any (?)", chain.id(), ids);
            chains.add(chain, sealed, erasure);
        }
    }
}
