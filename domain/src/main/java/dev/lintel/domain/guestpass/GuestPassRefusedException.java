package dev.lintel.domain.guestpass;

import dev.lintel.domain.guestpass.HostLimits.LimitRow;
import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.domain.wire.Quoted;
import dev.lintel.domain.wire.WishRefusedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A guest pass or a limit was not taken as somebody wanted; nothing was stored. */
public final class GuestPassRefusedException extends WishRefusedException {
    private static final long serialVersionUID = 1L;

    /** Of what. */
    public enum Field {
        HOST,
        TYPE,
        MESSAGE,
        EMAIL,
        PHONE,
        LANGUAGE,
        UNTIL,
        PASSES,
        RESTRICTIONS,
        /** How many passes somebody has out. */
        AT_ONCE,
        /** The limit on days, of a group or the server. */
        MOST_DAYS,
        MOST_PASSES,
        MOST_AT_ONCE,
        /** The pass as a whole. */
        PASS
    }

    /** Why. */
    public enum Reason {
        MISSING,
        TOO_LONG,
        MALFORMED,
        /** There is none, as far as the asker can know; or the host does not have it, or it is not for guests. */
        UNAVAILABLE,
        /** The host has nothing with a door that guests may use. */
        NOTHING_TO_GIVE,
        /** The pass is over before it can be used. */
        OVER_ALREADY,
        /** The value of the problem is the limit. */
        ABOVE_LIMIT,
        OUT_OF_RANGE,
        /** What is revoked is revoked for good. */
        REVOKED,
        /** The server does not know its own address, or cannot send what was asked for. */
        NOT_SET_UP,
        /** The server has no account for short messages, or does not know its own address. */
        SMS_NOT_SET_UP,
        /** The asker has sent too many messages within an hour; the value of the problem is the limit. */
        TOO_MANY
    }

    /**
     * One thing that is wrong.
     *
     * @param value what was given, or the limit that it breaks; may be empty
     * @param row the row of a table that said the limit; null when none did
     */
    public record Problem(
            Field field,
            Reason reason,
            String value,
            @Nullable LimitRow row) implements FieldProblem {
        public Problem(Field field, Reason reason, String value) {
            this(field, reason, value, null);
        }

        @Override
        public String text() {
            String text = FieldProblem.super.text();
            return row == null ? text : text + " by row " + row.row() + " of " + Quoted.of(row.table());
        }
    }

    public GuestPassRefusedException(List<Problem> problems) {
        super(problems, " ");
    }

    public GuestPassRefusedException(Field field, Reason reason, String value) {
        this(List.of(new Problem(field, reason, value)));
    }
}
