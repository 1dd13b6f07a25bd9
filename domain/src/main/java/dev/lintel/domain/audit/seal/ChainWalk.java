package dev.lintel.domain.audit.seal;

import dev.lintel.domain.audit.seal.Fault.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
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
    private byte[] beforeLast = new byte[0];
    private byte[] last;
    private long number;

    /** @param step called for each seal that is in order */
    ChainWalk(JdbcTemplate jdbc, ChainCheck check, Stretch stretch, Runnable step) {
        this.jdbc = jdbc;
        this.check = check;
        this.chain = check.chain();
        this.stretch = stretch;
        this.step = step;
        this.number = stretch.after();
        this.last = chain.start();
    }

    /** Null as well when the stretch before this one does not reach it, whose fault that is. */
    @Nullable
    Fault firstFault() {
        if (!takeUp()) {
            return null;
        }
        long before = -1;
        while (before < number) {
            before = number;
            Optional<Fault> fault =
                    Objects.requireNonNull(jdbc.query(page(), this::walk, chain.id(), number, stretch.until()));
            if (fault.isPresent()) {
                return fault.get();
            }
        }
        return stretch.isLast() ? end() : gap();
    }

    /** Finds the hashes that the stretch goes on from. */
    private boolean takeUp() {
        if (number == 0) {
            return true;
        }
        List<byte[]> hashes = jdbc.queryForList(
                "select hash from log_seal where chain = ? and number between ? and ? order by number",
                byte[].class,
                chain.id(),
                number - 1,
                number);
        if (hashes.size() < Math.min(number, 2)) {
            return false;
        }
        beforeLast = hashes.size() == 1 ? chain.start() : hashes.getFirst();
        last = hashes.getLast();
        return true;
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
