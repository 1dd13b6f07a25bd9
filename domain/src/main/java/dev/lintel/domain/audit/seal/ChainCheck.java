package dev.lintel.domain.audit.seal;

import dev.lintel.domain.audit.seal.Fault.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Walks one chain page by page: a chain of any length needs no memory. */
final class ChainCheck {
    /** Longer, and something keeps the sealer from its work. */
    private static final Duration SEALED_WITHIN = Duration.ofMinutes(1);

    private static final int PAGE = 2_000;

    private final JdbcTemplate jdbc;
    private final Chain chain;
    private final List<ExpectedHead> expected;
    private final Erasures erasures;
    private final Instant unsealedBefore;

    ChainCheck(JdbcTemplate jdbc, Chain chain, List<ExpectedHead> expected, Instant now) {
        this.jdbc = jdbc;
        this.chain = chain;
        this.expected = expected;
        this.erasures = Erasures.of(jdbc, chain);
        this.unsealedBefore = now.minus(SEALED_WITHIN);
    }

    /** @param step called for each seal that is in order */
    @Nullable
    Fault firstFault(Runnable step) {
        Walk walk = new Walk(step);
        Fault broken = walk.firstFault();
        return broken == null ? stray() : broken;
    }

    /** How far the chain has been found whole. */
    private final class Walk {
        private final Runnable step;
        private byte[] beforeLast = new byte[0];
        private byte[] last = chain.start();
        private long number;

        Walk(Runnable step) {
            this.step = step;
        }

        @Nullable
        Fault firstFault() {
            long before = -1;
            while (before < number) {
                before = number;
                Optional<Fault> fault = Objects.requireNonNull(jdbc.query(page(), this::walk, chain.id(), number));
                if (fault.isPresent()) {
                    return fault.get();
                }
            }
            return end();
        }

        private String page() {
            return "select " + Seal.COLUMNS + ", e.* from log_seal s left join "
                    + chain.log().table()
                    + " e on e.id = s.entry where s.chain = ? and s.number > ? order by s.number limit "
                    + PAGE;
        }

        private Optional<Fault> walk(ResultSet rows) throws SQLException {
            while (rows.next()) {
                Seal seal = Seal.of(rows);
                Fault fault = fault(seal, rows);
                if (fault != null) {
                    return Optional.of(fault);
                }
                beforeLast = last;
                last = seal.hash();
                number++;
                step.run();
            }
            return Optional.empty();
        }

        private @Nullable Fault fault(Seal seal, ResultSet row) throws SQLException {
            if (seal.number() != number + 1) {
                return Fault.of(Kind.MISSING, number + 1, null);
            }
            if (seal.number() > chain.number()) {
                return Fault.of(Kind.INSERTED, seal.number(), seal.entry());
            }
            if (!seal.follows(last, seal.number())) {
                return new Diagnosis(jdbc, chain).of(seal, last, beforeLast);
            }
            row.getLong("id");
            if (row.wasNull()) {
                return Fault.of(Kind.MISSING, seal.number(), seal.entry());
            }
            List<String> changed = chain.log().changed(row, seal.parts(), seal.salt());
            if (!changed.isEmpty()) {
                return new Fault(Kind.CHANGED, seal.number(), seal.entry(), changed);
            }
            if (!erasures.allow(seal)) {
                return Fault.of(Kind.ERASED_UNRECORDED, seal.number(), seal.entry());
            }
            return isExpected(seal) ? null : Fault.of(Kind.NOT_AS_EXPECTED, seal.number(), seal.entry());
        }

        /** Whether the chain ends where its head, and whoever kept an earlier one, says. */
        private @Nullable Fault end() {
            boolean tooShort = expected.stream().anyMatch(head -> head.number() > number);
            if (chain.number() > number || tooShort) {
                return Fault.of(Kind.CUT_OFF, number + 1, null);
            }
            return Arrays.equals(chain.hash(), last) ? null : Fault.of(Kind.CUT_OFF, number, null);
        }
    }

    private boolean isExpected(Seal seal) {
        return expected.stream().filter(head -> head.number() == seal.number()).allMatch(head -> head.head()
                .equals(HexFormat.of().formatHex(seal.hash())));
    }

    /** An entry that the chain does not know: just committed, left unsealed, or slipped in. */
    private @Nullable Fault stray() {
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
