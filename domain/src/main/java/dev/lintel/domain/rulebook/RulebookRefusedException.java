package dev.lintel.domain.rulebook;

import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.domain.wire.WishRefusedException;
import java.util.List;

/** A rulebook was not taken as somebody wanted; nothing was stored and nothing else is in force. */
public final class RulebookRefusedException extends WishRefusedException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        MISSING,
        TOO_LONG,
        TOO_MANY,
        UNPRINTABLE,
        /** Another policy has that id or name. */
        TAKEN,
        OUT_OF_RANGE,
        /** Denials can be too many from 1.5 to 100 times the usual on. */
        FACTOR_OUT_OF_RANGE,
        /** So few denials are never too many: 1 to 10000. */
        LEAST_OUT_OF_RANGE,
        /** Days are from 1 to {@value PolicyHolders#MOST_DAYS}. */
        DAYS_OUT_OF_RANGE,
        /** Attempts are from 1 to 20, within 1 to 60 minutes. */
        FAILURES_OUT_OF_RANGE,
        /** Minutes are from 1 to {@value PolicyState.Passback#LONGEST}. */
        MINUTES_OUT_OF_RANGE,
        /** Seconds are from 1 to {@value PolicyState.Second#LONGEST}. */
        SECONDS_OUT_OF_RANGE,
        /** How many people are inside is asked by one of two numbers, from 1 to {@value PolicyState.Inside#MOST}. */
        COUNT_OUT_OF_RANGE,
        /** The way out is opened in danger only: it asks for a threat level, and not for the normal one. */
        EGRESS_WITHOUT_DANGER,
        /** It can be no tag of a device. */
        NO_TAG,
        /** The project has no such record. */
        UNKNOWN,
        /** A beginning without an end, or the other way round, or both the same. */
        NO_HOURS,
        /** The last day is before the first. */
        BEFORE_SINCE,
        /** It would keep everybody out of every door at any time. */
        LOCKS_EVERYBODY_OUT,
        /** Only a row of a table leaves the answer as it is. */
        ONLY_IN_TABLES,
        /** There is another table of that kind. */
        ONE_OF_A_KIND,
        /** Tables of this kind do not ask or say that. */
        NOT_ASKED_HERE,
        /** The value of the problem says from where to where it may be. */
        BEYOND_RANGE,
        /** A table without rows, or a scenario that tells no request. */
        EMPTY,
        /** The server did not decide it, so it cannot decide it again. */
        NOT_DECIDED,
        /** Two rows fit the same request, in a table in which only one may. */
        ROWS_OVERLAP,
        /** The answer is another one than that which is expected. */
        SCENARIO_FAILS,
        /** It does not hold for somebody, somewhere, sometime. */
        INVARIANT_VIOLATED,
        /** Nothing is changed against the version in force. */
        NOTHING_CHANGED,
        /** It must be submitted first, so that somebody else looks at it. */
        NOT_SUBMITTED,
        /** Whoever had a hand in it does not put it in force. */
        OWN_WORK,
        /** Devices that are cut off would open what it denies; that has to be confirmed policy by policy. */
        NOT_ENFORCED_OFFLINE,
        /** It was to come into force at a moment that is over. */
        OVER,
        /** It was to come into force in more than a year. */
        TOO_FAR,
        /** Whoever planned it may not put rules in force any more. */
        NO_LONGER_ALLOWED,
        /** The rules cannot be made ready to decide. */
        DOES_NOT_COMPILE,
        /** Another version is in force in part; it comes everywhere or is taken back first. */
        ANOTHER_IN_PART,
        /** Nothing is another at doors, and other tables decide nothing in one group alone. */
        NOT_AT_DOORS,
        /** Somebody else has changed it in the meantime. */
        CHANGED
    }

    /**
     * One thing that is wrong.
     *
     * @param field as the API names it, for example {@code policies[2].name}
     */
    public record Problem(String field, Reason reason, String value) implements FieldProblem {
        @Override
        public boolean comesTooLate() {
            return reason == Reason.CHANGED;
        }
    }

    public RulebookRefusedException(List<Problem> problems) {
        super(problems, " ");
    }

    RulebookRefusedException(String field, Reason reason) {
        this(List.of(new Problem(field, reason, "")));
    }
}
