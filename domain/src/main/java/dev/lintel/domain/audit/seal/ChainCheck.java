package dev.lintel.domain.audit.seal;

import dev.lintel.domain.audit.seal.Fault.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is known of one chain before it is walked, and what no walk finds. */
final class ChainCheck {
    /** Longer, and something keeps the sealer from its work. */
    private static final Duration SEALED_WITHIN = Duration.ofMinutes(1);

    private final Chain chain;
    private final List<ExpectedHead> expected;
    private final Erasures erasures;
    private final Beginning beginning;
    private final Instant unsealedBefore;
    private final boolean removing;

    ChainCheck(JdbcTemplate jdbc, Chain chain, List<ExpectedHead> expected, Instant now) {
        this.chain = chain;
        this.expected = expected.stream()
                .filter(head -> head.chain().equals(chain.name()))
                .toList();
        this.erasures = Erasures.of(jdbc, chain);
        this.beginning = Beginning.of(jdbc, chain);
        this.removing = beginning.isUnderWay(now);
        this.unsealedBefore = now.minus(SEALED_WITHIN);
    }

    Chain chain() {
        return chain;
    }

    Erasures erasures() {
        return erasures;
    }

    Beginning beginning() {
        return beginning;
    }

    /** Heads that nobody can compare any more. */
    List<ExpectedHead> gone() {
        return expected.stream()
                .filter(head -> head.number() > 0 && head.number() <= beginning.after())
                .toList();
    }

    /** What is wrong with where the chain begins. */
    @Nullable
    Fault atTheFront(JdbcTemplate jdbc) {
        if (!beginning.recorded()) {
            return Fault.of(Kind.REMOVED_UNRECORDED, beginning.after(), null);
        }
        for (ExpectedHead head : gone()) {
            if (!Beginning.knows(jdbc, chain, head)) {
                return Fault.of(Kind.NOT_AS_EXPECTED, head.number(), null);
            }
        }
        return removing ? null : leftOver(jdbc);
    }

    /** A seal in front of the first one, by which an entry that was slipped in would pass for a known one. */
    private @Nullable Fault leftOver(JdbcTemplate jdbc) {
        return jdbc
                .query(
                        "select number, entry from log_seal where chain = ? and number <= ? order by number limit 1",
                        (row, index) -> Fault.of(Kind.INSERTED, row.getLong("number"), row.getLong("entry")),
                        chain.id(),
                        beginning.after())
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Whether the seal is as whoever kept it says. */
    boolean isExpected(Seal seal) {
        return expected.isEmpty()
                || expected.stream()
                        .filter(head -> head.number() == seal.number())
                        .allMatch(head -> head.head().equals(HexFormat.of().formatHex(seal.hash())));
    }

    /** Whether somebody has seen the chain go on after this number. */
    boolean isExpectedBeyond(long number) {
        return chain.number() > number || expected.stream().anyMatch(head -> head.number() > number);
    }

    /** An entry that the chain does not know: just committed, left unsealed, or slipped in. */
    @Nullable
    Fault stray(JdbcTemplate jdbc) {
        return jdbc
                .query(
                        """
                        select e.id, w.entry is null as slipped_in from %s e
                        left join log_waiting w on w.log = ? and w.project = ? and w.entry = e.id
                        where coalesce(e.project_id, 0) = ? and (w.entry is null or w.since < ?)
                          and not exists (select from log_seal s where s.chain = ? and s.entry = e.id)
                        order by e.id limit 1""".formatted(chain.log().table()),
                        (row, index) -> Fault.of(
                                row.getBoolean("slipped_in") ? Kind.INSERTED : Kind.UNSEALED, 0, row.getLong("id")),
                        chain.log().name(),
                        chain.project(),
                        chain.project(),
                        unsealedBefore.atOffset(ZoneOffset.UTC),
                        chain.id())
                .stream()
                .findFirst()
                .orElse(null);
    }
}
