package dev.lintel.domain.audit.seal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Removes the oldest part of a chain together with its entries, so that the rest stays whole (see
 * {@code domain/decisions/2026-11-29-why-a-chain-may-lose-its-beginning.md}).
 */
@Component
public class LogRemoval {
    private static final int AT_ONCE = 500;

    private final Chains chains;
    private final OneMoment moment;
    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    LogRemoval(Chains chains, OneMoment moment, JdbcTemplate jdbc, InstantSource clock) {
        this.chains = chains;
        this.moment = moment;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a look at the older part of a chain found. */
    public sealed interface Found {
        /** There is nothing old enough. */
        record Nothing() implements Found {}

        /** It is whole up to some seal. */
        record Old(SealedLog log, long project, long after, long until, byte[] hash, long entries, Instant olderThan)
                implements Found {}

        /** It is not as it was sealed: whoever removed it would remove the traces of it. */
        record Broken(Fault fault) implements Found {}
    }

    /** The name under which a chain is noted in the audit, for example {@code acs:3}. */
    public static String nameOf(SealedLog log, long project) {
        return Chain.name(log, project);
    }

    /** Verifies the older part of a chain, up to the first entry that is not older. Changes nothing. */
    public Found find(SealedLog log, long project, Instant olderThan) {
        Chain chain = existing(log, project);
        if (chain == null) {
            return new Found.Nothing();
        }
        return moment.read(readers -> {
            ChainCheck check = new ChainCheck(jdbc, chain, List.of(), clock.instant());
            Fault front = check.atTheFront(jdbc);
            ChainWalk walk = ChainWalk.upTo(olderThan, jdbc, check);
            Fault fault = front == null ? walk.firstFault() : front;
            if (fault != null) {
                return new Found.Broken(fault);
            }
            long after = check.beginning().after();
            return walk.number() == after
                    ? new Found.Nothing()
                    : new Found.Old(log, project, after, walk.number(), walk.hash(), walk.entries(), olderThan);
        });
    }

    private @Nullable Chain existing(SealedLog log, long project) {
        return jdbc
                .query(
                        "select * from log_chain where log = ? and project = ?",
                        (row, number) -> Chains.chain(row),
                        log.name(),
                        project)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /**
     * Lets the chain begin behind what is old. From now on that is no longer a part of it; {@link #removeSome} takes it away.
     *
     * @param noted writes the entry of the audit, which has to hold these fields, and gives its id
     * @return false when somebody else has done so meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean begin(Found.Old old, ToLongFunction<Map<String, String>> noted) {
        Chain chain = chains.hold(old.log(), old.project());
        if (Beginning.of(jdbc, chain).after() != old.after()) {
            return false;
        }
        List<Long> ahead = ahead(chain, old.until());
        long audit = noted.applyAsLong(Beginning.told(old.until(), old.hash(), ahead, old.entries(), old.olderThan()));
        jdbc.update(
                """
                insert into log_removal (chain, until, hash, ahead, entries, older_than, at, audit)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                chain.id(),
                old.until(),
                old.hash(),
                ahead.toArray(Long[]::new),
                old.entries(),
                old.olderThan().atOffset(ZoneOffset.UTC),
                clock.instant().atOffset(ZoneOffset.UTC),
                audit);
        return true;
    }

    /** Seals further on of entries that go: those sealed anew after an erasure, by this removal or one before. */
    private List<Long> ahead(Chain chain, long until) {
        return jdbc.queryForList("""
                select anew.number from log_seal anew
                where anew.chain = ? and anew.erasure is not null and anew.number > ?
                  and (exists (select from log_seal first
                               where first.chain = anew.chain and first.entry = anew.entry and first.number <= ?)
                       or exists (select from log_removal r where r.chain = anew.chain and anew.number = any (r.ahead)))
                order by anew.number""", Long.class, chain.id(), until, until);
    }

    /**
     * Takes away some of what is no longer a part of the chain.
     *
     * @param before is given the ids of the entries that are about to go
     * @return whether there may be more
     */
    @Transactional
    public boolean removeSome(SealedLog log, long project, Consumer<List<Long>> before) {
        Chain chain = chains.hold(log, project);
        long until = Beginning.of(jdbc, chain).after();
        List<Long> numbers = jdbc.queryForList(
                "select number from log_seal where chain = ? and number <= ? order by number limit " + AT_ONCE,
                Long.class,
                chain.id(),
                until);
        if (!numbers.isEmpty()) {
            List<Long> entries = jdbc.queryForList(
                    "select distinct entry from log_seal where chain = ? and number <= ?",
                    Long.class,
                    chain.id(),
                    numbers.getLast());
            before.accept(entries);
            jdbc.update("delete from " + log.table() + " where id = any (?)", (Object) entries.toArray(Long[]::new));
            jdbc.update("delete from log_seal where chain = ? and number <= ?", chain.id(), numbers.getLast());
        }
        if (numbers.size() == AT_ONCE) {
            return true;
        }
        jdbc.update(
                "update log_removal set finished = ? where chain = ? and finished is null",
                clock.instant().atOffset(ZoneOffset.UTC),
                chain.id());
        return false;
    }

    /** Chains of a log in which something is to be taken away, by project. */
    public List<Long> unfinished(SealedLog log) {
        return jdbc.queryForList("""
                select distinct c.project from log_removal r join log_chain c on c.id = r.chain
                where r.finished is null and c.log = ?""", Long.class, log.name());
    }

    /** What is gone; null when nothing is. */
    public @Nullable Removed removed(SealedLog log, long project) {
        Chain chain = existing(log, project);
        return chain == null ? null : Beginning.of(jdbc, chain).removed();
    }
}
