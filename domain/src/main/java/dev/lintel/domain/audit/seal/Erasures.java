package dev.lintel.domain.audit.seal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What has been erased from a chain, as recorded: which entries were sealed anew, and for which sealed audit entries. */
final class Erasures {
    /** A person of one project may have worked in others and for the server: their erasure is recorded in their own. */
    private static final String RECORDED = """
            select e.id from audit_entry e
            where e.action = 'ERASED'
              and (exists (select from log_seal s join log_chain c on c.id = s.chain
                           where c.log = 'AUDIT' and c.project = coalesce(e.project_id, 0) and s.entry = e.id)
                   or exists (select from log_waiting w
                              where w.log = 'AUDIT' and w.project = coalesce(e.project_id, 0) and w.entry = e.id))""";

    /** Number of the last seal of each entry that was sealed anew. */
    private final Map<Long, Long> sealedAnew = new HashMap<>();

    /** Audit entries that tell of an erasure, and are sealed or about to be. */
    private final Set<Long> recorded = new HashSet<>();

    private Erasures() {}

    static Erasures of(JdbcTemplate jdbc, Chain chain) {
        Erasures erasures = new Erasures();
        jdbc.query(
                "select entry, max(number) from log_seal where chain = ? and erasure is not null group by entry",
                row -> {
                    erasures.sealedAnew.put(row.getLong(1), row.getLong(2));
                },
                chain.id());
        jdbc.query(RECORDED, row -> {
            erasures.recorded.add(row.getLong(1));
        });
        return erasures;
    }

    /** Whether the seal has its salt or is followed by one that has, and tells of a recorded erasure or of none. */
    boolean allow(Seal seal) {
        @Nullable Long anew = sealedAnew.get(seal.entry());
        boolean replaced = anew != null && anew > seal.number();
        boolean erased = seal.salt() == null;
        return erased == replaced && (seal.erasure() == null || recorded.contains(seal.erasure()));
    }
}
