package dev.lintel.domain.restriction;

import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.domain.wire.WishRefusedException;
import java.util.List;

/** An access restriction was not taken as somebody wanted; nothing was stored. */
public final class RestrictionRefusedException extends WishRefusedException {
    private static final long serialVersionUID = 1L;

    /** Of what. */
    public enum Field {
        NAME,
        DESCRIPTION,
        LINES,
        SCHEDULES,
        /** Whom it is granted to. */
        TO,
        /** The restriction as a whole. */
        RESTRICTION
    }

    /** Why. */
    public enum Reason {
        MISSING,
        TOO_LONG,
        TOO_MANY,
        MALFORMED,
        /** There is none, as far as the asker can know or may touch. */
        UNAVAILABLE,
        /** The device has no such lock. */
        NO_SUCH_LOCK,
        /** It opens doors or has holders that the asker does not reach, so it is not theirs to change. */
        OUT_OF_REACH
    }

    /**
     * One thing that is wrong.
     *
     * @param value what was given, as far as it is needed to understand; may be empty
     */
    public record Problem(Field field, Reason reason, String value) implements FieldProblem {}

    public RestrictionRefusedException(List<Problem> problems) {
        super(problems, " ");
    }
}
