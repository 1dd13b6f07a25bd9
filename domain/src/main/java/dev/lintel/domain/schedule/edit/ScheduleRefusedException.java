package dev.lintel.domain.schedule.edit;

import dev.lintel.domain.schedule.RuleFault;
import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.domain.wire.WishRefusedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A schedule or a holiday calendar was not taken as somebody wanted; nothing was stored. */
public final class ScheduleRefusedException extends WishRefusedException {
    private static final long serialVersionUID = 1L;

    /** Of what. */
    public enum Field {
        NAME,
        DESCRIPTION,
        START,
        END,
        RRULE,
        HOLIDAYS,
        URL,
        /** A file that somebody sent. */
        FILE
    }

    /** Why. */
    public enum Reason {
        MISSING,
        TOO_LONG,
        TOO_MANY,
        UNPRINTABLE,
        /** Another of the project is called so. */
        TAKEN,
        /** Not between 1900 and 2999. */
        OUT_OF_RANGE,
        /** The end is not after the start. */
        NOT_AFTER_START,
        /** The rule cannot be evaluated; the fault says why. */
        NOT_UNDERSTOOD,
        /** Only {@code http} and {@code https}, with a host and without a password. */
        NO_WEB_ADDRESS,
        /** It was changed by hand or by file, but it comes from its subscription. */
        SUBSCRIBED
    }

    /**
     * One thing that is wrong.
     *
     * @param value what was given or found, as far as it is needed to understand; may be empty
     * @param fault of a rule that cannot be evaluated; null for all other problems
     */
    public record Problem(
            Field field,
            Reason reason,
            String value,
            @Nullable RuleFault fault) implements FieldProblem {
        public Problem(Field field, Reason reason, String value) {
            this(field, reason, value, null);
        }

        static Problem of(RuleFault fault) {
            return new Problem(Field.RRULE, Reason.NOT_UNDERSTOOD, "", fault);
        }

        @Override
        public String text() {
            return fault == null ? FieldProblem.super.text() : fault.text();
        }
    }

    public ScheduleRefusedException(List<Problem> problems) {
        super(problems, " ");
    }

    public ScheduleRefusedException(Field field, Reason reason, String value) {
        this(List.of(new Problem(field, reason, value)));
    }
}
