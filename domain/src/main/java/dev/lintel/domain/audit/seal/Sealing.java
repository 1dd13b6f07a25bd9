package dev.lintel.domain.audit.seal;

import dev.lintel.domain.access.AcsLogEntry;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Seals what waits for it. Several nodes may do so at once: each chain is added to by one of them at a time. */
@Component
class Sealing {
    private static final int MOST_AT_ONCE = 500;

    private final Chains chains;
    private final BeforeSealing before;
    private final ApplicationEventPublisher events;
    private final JdbcTemplate jdbc;

    Sealing(Chains chains, BeforeSealing before, ApplicationEventPublisher events, JdbcTemplate jdbc) {
        this.events = events;
        this.chains = chains;
        this.before = before;
        this.jdbc = jdbc;
    }

    /** A log of a project in which entries wait. */
    record Waiting(SealedLog log, long project) {}

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
        before.prepare(where.log(), where.project(), entries);
        chains.add(chain, entries, null);
        if (where.log() == SealedLog.ACS && where.project() != Chain.SERVER) {
            events.publishEvent(new AcsLogEntry.Settled(where.project(), entries));
        }
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
}
