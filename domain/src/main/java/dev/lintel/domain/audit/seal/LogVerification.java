package dev.lintel.domain.audit.seal;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Walks the chains from their first seal to their last, and says where they are broken. */
@Service
public class LogVerification {
    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    LogVerification(JdbcTemplate jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Verifies every chain that the actor may see, as of one moment.
     *
     * @param expected heads that were kept elsewhere
     * @param progress told from 0 to 1 while it works
     * @return by log and project
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<ChainReport> verify(Actor actor, List<ExpectedHead> expected, DoubleConsumer progress) {
        List<Chain> chains = chains(actor.requireReach(Permission.AUDIT_VIEW), expected);
        Progress walked = new Progress(chains.stream().mapToLong(Chain::number).sum(), progress);
        List<ChainReport> reports = new ArrayList<>();
        for (Chain chain : chains) {
            List<ExpectedHead> kept = expected.stream()
                    .filter(head -> head.chain().equals(chain.name()))
                    .toList();
            Fault fault = new ChainCheck(jdbc, chain, kept, clock.instant()).firstFault(walked::step);
            reports.add(new ChainReport(
                    chain.name(),
                    chain.log(),
                    chain.projectOrNull(),
                    chain.number(),
                    chain.head(),
                    waiting(chain),
                    fault));
        }
        progress.accept(1);
        return reports;
    }

    /** Those that have a head, and those that should have one: of entries that are there, or of an expected head. */
    private List<Chain> chains(Reach reach, List<ExpectedHead> expected) {
        Map<String, Chain> chains = new TreeMap<>();
        for (SealedLog log : SealedLog.values()) {
            jdbc.query("select distinct coalesce(project_id, 0) from " + log.table(), row -> {
                put(chains, none(log, row.getLong(1)));
            });
            for (ExpectedHead head : expected) {
                if (head.log() == log) {
                    put(chains, none(log, head.project()));
                }
            }
        }
        jdbc.query("select * from log_chain", row -> {
            put(chains, Chains.chain(row));
        });
        return chains.values().stream().filter(chain -> isWithin(reach, chain)).toList();
    }

    private static void put(Map<String, Chain> chains, Chain chain) {
        chains.put("%s %020d".formatted(chain.log(), chain.project()), chain);
    }

    /** A chain that nobody has begun. */
    private static Chain none(SealedLog log, long project) {
        return new Chain(0, log, project, 0, Chain.start(log, project));
    }

    /** A chain belongs to no group, so it is for those alone who see its project as a whole. */
    private static boolean isWithin(Reach reach, Chain chain) {
        return switch (reach) {
            case Reach.Everything everything -> true;
            case Reach.WholeProject whole -> whole.project() == chain.project();
            case Reach.Part part -> false;
            case Reach.Nothing nothing -> false;
        };
    }

    private long waiting(Chain chain) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from log_waiting where log = ? and project = ?",
                Long.class,
                chain.log().name(),
                chain.project()));
    }

    /** How far the walk has come. */
    private static final class Progress {
        private static final int TOLD_EVERY = 5_000;

        private final long all;
        private final DoubleConsumer told;
        private long done;

        Progress(long all, DoubleConsumer told) {
            this.all = all;
            this.told = told;
        }

        void step() {
            if (++done % TOLD_EVERY == 0) {
                told.accept(Math.min(1.0, (double) done / all));
            }
        }
    }
}
