package dev.lintel.domain.audit.seal;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** Walks the chains from the first seal that is still there to their last, and says where they are broken. */
@Service
public class LogVerification {
    private final OneMoment moment;
    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    LogVerification(OneMoment moment, JdbcTemplate jdbc, InstantSource clock) {
        this.moment = moment;
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
    public List<ChainReport> verify(Actor actor, List<ExpectedHead> expected, DoubleConsumer progress) {
        return verify(actor, expected, progress, Stretch.SEALS);
    }

    /** @param stretch how many seals are walked by themselves */
    List<ChainReport> verify(Actor actor, List<ExpectedHead> expected, DoubleConsumer progress, long stretch) {
        Reach reach = actor.requireReach(Permission.AUDIT_VIEW);
        return moment.read(readers -> {
            List<ChainVerdict> verdicts = chains(reach, expected).stream()
                    .map(chain -> new ChainVerdict(jdbc, new ChainCheck(jdbc, chain, expected, clock.instant())))
                    .toList();
            long all = verdicts.stream().mapToLong(ChainVerdict::seals).sum();
            LongAdder walked = new LongAdder();
            readers.readAll(
                    verdicts.stream()
                            .flatMap(verdict -> verdict.tasks(stretch, walked::increment))
                            .toList(),
                    () -> progress.accept(Math.min(1.0, (double) walked.sum() / Math.max(1, all))));
            progress.accept(1);
            return verdicts.stream().map(this::report).toList();
        });
    }

    private ChainReport report(ChainVerdict verdict) {
        Chain chain = verdict.chain();
        return new ChainReport(
                chain.name(),
                chain.log(),
                chain.projectOrNull(),
                chain.number(),
                chain.head(),
                waiting(chain),
                verdict.check().beginning().removed(),
                verdict.check().gone(),
                verdict.firstFault());
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
}
