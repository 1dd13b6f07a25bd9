package dev.lintel.domain.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/**
 * How long a log is kept.
 *
 * @param amount of the unit, from 1 to {@link Unit#most}
 */
public record Retention(int amount, Unit unit) {
    /** In what it is counted. */
    public enum Unit {
        DAYS(3_650),
        MONTHS(120);

        private final int most;

        Unit(int most) {
            this.most = most;
        }

        /** The longest time that can be said in this unit. */
        public int most() {
            return most;
        }
    }

    public Retention {
        if (amount < 1 || amount > unit.most) {
            throw new IllegalArgumentException("a log can be kept for 1 to " + unit.most + " "
                    + unit.name().toLowerCase(Locale.ROOT) + ", not " + amount);
        }
    }

    /** What is older than this is to go: entries are kept for whole days by the clocks of the project. */
    Instant olderThan(Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate first =
                switch (unit) {
                    case DAYS -> today.minusDays(amount);
                    case MONTHS -> today.minusMonths(amount);
                };
        return first.atStartOfDay(zone).toInstant();
    }

    /** For the audit, for example {@code 6 months}. */
    String readable() {
        return amount + " " + unit.name().toLowerCase(Locale.ROOT);
    }
}
