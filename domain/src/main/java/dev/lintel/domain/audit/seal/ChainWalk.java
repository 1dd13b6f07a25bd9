package dev.lintel.domain.audit.seal;

import dev.lintel.domain.audit.seal.Fault.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Walks a stretch of one chain page by page: a chain of any length needs no memory. */
final class ChainWalk {
    private static final int PAGE = 2_000;

    private final JdbcTemplate jdbc;
    private final ChainCheck check;
    private final Chain chain;
    private final Stretch stretch;
    private final Runnable step;
    private final @Nullable Instant before;
    private boolean reached;
    private long entries;
    private byte[] beforeLast = new byte[0];
    private byte[] last;
    private long number;

    /** @param step called for each seal that is in order */
    ChainWalk(JdbcTemplate jdbc, ChainCheck check, Stretch stretch, Runnable step) {
        this(jdbc, check, stretch, step, null);
    }

    private ChainWalk(JdbcTemplate jdbc, ChainCheck check, Stretch stretch, Runnable step, @Nullable Instant before) {
        this.jdbc = jdbc;
        this.check = check;
        this.chain = check.chain();
        this.stretch = stretch;
        this.step = step;
        this.before = before;
        this.number = stretch.after();
        this.last = check.beginning().hash();
    }

    /** A walk from the beginning to the first entry that is not older. */
    static ChainWalk upTo(Instant before, JdbcTemplate jdbc, ChainCheck check) {
        Stretch all = new Stretch(check.beginning().after(), Long.MAX_VALUE);
        return new ChainWalk(jdbc, check, all, () -> {}, before);
    }

    /** Number of the last seal that is in order. */
    long number() {
        return number;
    }

    /** Its hash. */
    byte[] hash() {
        return last;
    }

    /** How many entries were met, each once. */
    long entries() {
        return entries;
    }

    /** Null as well when the stretch before this one does not reach it, whose fault that is. */
    @Nullable
    Fault firstFault() {
        if (!takeUp()) {
            return null;
        }
        long from = -1;
        while (from < number && !reached) {
            from = number;
            Optional<Fault> fault =
                    Objects.requireNonNull(jdbc.query(page(), this::walk, chain.id(), number, stretch.until()));
            if (fault.isPresent()) {
                return fault.get();
            }
        }
        if (reached) {
            return null;
        }
        return stretch.isLast() ? end() : gap();
    }

    /** Finds the hashes that the stretch goes on from. */
    private boolean takeUp() {
        if (number == check.beginning().after()) {
            return true;
        }
        byte[] earlier = hashAt(number - 1);
        byte[] predecessor = hashAt(number);
        if (earlier == null || predecessor == null) {
            return false;
        }
        beforeLast = earlier;
        last = predecessor;
        return true;
    }

    private byte @Nullable [] hashAt(long place) {
        if (place == check.beginning().after()) {
            return check.beginning().hash();
        }
        return jdbc
                .queryForList(
                        "select hash from log_seal where chain = ? and number = ?", byte[].class, chain.id(), place)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private String page() {
        return "select " + Seal.COLUMNS + ", e.* from log_seal s left join "
                + chain.log().table()
                + " e on e.id = s.entry where s.chain = ? and s.number > ? and s.number <= ? order by s.number limit "
                + PAGE;
    }

    private Optional<Fault> walk(ResultSet rows) throws SQLException {
        while (rows.next()) {
            Seal seal = Seal.of(rows);
            if (isYoung(seal, rows)) {
                reached = true;
                return Optional.empty();
            }
            Fault fault = fault(seal, rows);
            if (fault != null) {
                return Optional.of(fault);
            }
            beforeLast = last;
            last = seal.hash();
            number++;
            entries += seal.erasure() == null ? 1 : 0;
            step.run();
        }
        return Optional.empty();
    }

    /** What was sealed anew is as old as its first seal, which stands further to the front. */
    private boolean isYoung(Seal seal, ResultSet row) throws SQLException {
        if (before == null || seal.erasure() != null) {
            return false;
        }
        OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
        return at != null && !at.toInstant().isBefore(before);
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
        if (!row.wasNull()) {
            List<String> changed = chain.log().changed(row, seal.parts(), seal.salt());
            if (!changed.isEmpty()) {
                return new Fault(Kind.CHANGED, seal.number(), seal.entry(), changed);
            }
        } else if (!check.beginning().ahead().contains(seal.number())) {
            return Fault.of(Kind.MISSING, seal.number(), seal.entry());
        }
        if (!check.erasures().allow(seal)) {
            return Fault.of(Kind.ERASED_UNRECORDED, seal.number(), seal.entry());
        }
        return check.isExpected(seal) ? null : Fault.of(Kind.NOT_AS_EXPECTED, seal.number(), seal.entry());
    }

    /** Whether the stretch reaches the next one. */
    private @Nullable Fault gap() {
        if (number == stretch.until()) {
            return null;
        }
        boolean goesOn = Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from log_seal where chain = ? and number > ?)",
                Boolean.class,
                chain.id(),
                number));
        return Fault.of(goesOn ? Kind.MISSING : Kind.CUT_OFF, number + 1, null);
    }

    /** Whether the chain ends where its head, and whoever kept an earlier one, says. */
    private @Nullable Fault end() {
        if (check.isExpectedBeyond(number)) {
            return Fault.of(Kind.CUT_OFF, number + 1, null);
        }
        return Arrays.equals(chain.hash(), last) ? null : Fault.of(Kind.CUT_OFF, number, null);
    }
}
