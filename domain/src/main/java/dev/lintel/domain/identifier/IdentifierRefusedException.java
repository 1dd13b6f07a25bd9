package dev.lintel.domain.identifier;

import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.domain.wire.WishRefusedException;
import java.util.List;

/** An identifier was not taken as somebody wanted; nothing was stored. */
public final class IdentifierRefusedException extends WishRefusedException {
    private static final long serialVersionUID = 1L;

    /** Of what. */
    public enum Field {
        OWNER,
        TYPE,
        VALUE,
        PHOTO,
        NAME,
        NOTES,
        VALID_UNTIL,
        MAX_PASSES,
        RESTRICTIONS,
        /** The identifier as a whole. */
        IDENTIFIER
    }

    /** Why. */
    public enum Reason {
        MISSING,
        TOO_LONG,
        TOO_MANY,
        MALFORMED,
        /** Another identifier of the project means the same; the value of the problem is its owner, if the asker sees them. */
        TAKEN,
        /** There is none, as far as the asker can know. */
        UNAVAILABLE,
        /** Several are called so. */
        AMBIGUOUS,
        /** A code that is among the first that somebody would try. */
        GUESSABLE,
        /** The period ends before it begins. */
        ENDS_TOO_EARLY,
        OUT_OF_RANGE,
        /** The type of an identifier stays. */
        FIXED,
        /** Only values that the server makes can be made anew. */
        NOT_MADE_HERE,
        /** What belongs to a guest pass is changed there. */
        OF_A_GUEST,
        /** No code is left that nobody has. */
        USED_UP
    }

    /**
     * One thing that is wrong.
     *
     * @param value what was given, as far as it is needed to understand and no secret; may be empty
     */
    public record Problem(Field field, Reason reason, String value) implements FieldProblem {}

    public IdentifierRefusedException(List<Problem> problems) {
        super(problems, " ");
    }

    public IdentifierRefusedException(Field field, Reason reason, String value) {
        this(List.of(new Problem(field, reason, value)));
    }
}
