package dev.lintel.domain.audit.seal;

import dev.lintel.domain.audit.seal.Fault.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds out what was done to a chain in which a seal does not follow its predecessor: by trying where it, its predecessor
 * and those after it would fit.
 */
final class Diagnosis {
    private static final int PAGE = 2_000;

    private final JdbcTemplate jdbc;
    private final Chain chain;

    Diagnosis(JdbcTemplate jdbc, Chain chain) {
        this.jdbc = jdbc;
        this.chain = chain;
    }

    /**
     * Names the fault.
     *
     * @param seal the first that does not follow
     * @param last hash of its predecessor
     * @param beforeLast what the predecessor follows
     */
    Fault of(Seal seal, byte[] last, byte[] beforeLast) {
        long number = seal.number();
        if (number > 1 && seal.follows(beforeLast, number - 1)) {
            return Fault.of(Kind.INSERTED, number - 1, entryAt(number - 1));
        }
        Seal right = laterThatFits(number, last);
        if (right != null) {
            return Fault.of(isFrom(right, seal) ? Kind.REORDERED : Kind.INSERTED, number, seal.entry());
        }
        Seal next = at(number + 1);
        if (next != null && next.follows(seal.hash(), number + 2)) {
            // the rest of the chain stands one place too far to the front
            return Fault.of(Kind.MISSING, number, null);
        }
        boolean goesOn =
                next == null ? Arrays.equals(chain.hash(), seal.hash()) : next.follows(seal.hash(), number + 1);
        if (goesOn && number > 1) {
            // this and all after it are as they were: the predecessor was changed together with its own seal
            return Fault.of(Kind.CHANGED, number - 1, entryAt(number - 1));
        }
        return Fault.of(Kind.SEAL_CHANGED, number, seal.entry());
    }

    private @Nullable Seal laterThatFits(long number, byte[] last) {
        for (long from = number; from < chain.number(); from += PAGE) {
            Optional<Seal> fits = jdbc
                    .query(
                            select("s.number > ? and s.number <= ?"),
                            (row, index) -> Seal.of(row),
                            chain.id(),
                            from,
                            from + PAGE)
                    .stream()
                    .filter(later -> later.follows(last, number))
                    .findFirst();
            if (fits.isPresent()) {
                return fits.get();
            }
        }
        return null;
    }

    /** Whether the seal once stood where the other one is now. */
    private boolean isFrom(Seal place, Seal seal) {
        Seal before = place.number() - 1 == seal.number() ? place : at(place.number() - 1);
        return before != null && seal.follows(before.hash(), place.number());
    }

    private @Nullable Seal at(long number) {
        List<Seal> found = jdbc.query(select("s.number = ?"), (row, index) -> Seal.of(row), chain.id(), number);
        return found.isEmpty() ? null : found.getFirst();
    }

    private @Nullable Long entryAt(long number) {
        Seal seal = at(number);
        return seal == null ? null : seal.entry();
    }

    private static String select(String condition) {
        return "select " + Seal.COLUMNS + " from log_seal s where s.chain = ? and " + condition + " order by s.number";
    }
}
