package dev.lintel.domain.schedule.edit;

import dev.lintel.domain.schedule.RuleFault;
import dev.lintel.domain.wire.Quoted;
import dev.lintel.domain.wire.WireName;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A schedule or a holiday calendar was not taken as somebody wanted; nothing was stored. */
public final class ScheduleRefusedException extends RuntimeException {
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
            @Nullable RuleFault fault) {
        public Problem(Field field, Reason reason, String value) {
            this(field, reason, value, null);
        }

        static Problem of(RuleFault fault) {
            return new Problem(Field.RRULE, Reason.NOT_UNDERSTOOD, "", fault);
        }

        /** English, lower case, for programs. */
        public String text() {
            if (fault != null) {
                return fault.text();
            }
            String said = WireName.of(reason);
            return value.isEmpty() ? said : said + ": " + Quoted.of(value);
        }
    }

    private final transient List<Problem> problems;

    public ScheduleRefusedException(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> WireName.of(problem.field()) + " " + problem.text())
                .collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public ScheduleRefusedException(Field field, Reason reason, String value) {
        this(List.of(new Problem(field, reason, value)));
    }

    /** All that is wrong, never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
