package dev.lintel.domain.review;

import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.domain.wire.WishRefusedException;
import java.util.List;

/** A review was not taken, decided or closed as somebody wanted; nothing was stored and nothing withdrawn. */
public final class ReviewRefusedException extends WishRefusedException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Field {
        NAME,
        SCOPE,
        REVIEWER,
        VERIFIER,
        DUE,
        STATE,
        NUMBERS,
        DECISION,
        COMMENT,
        REASON
    }

    /** Why. */
    public enum Reason {
        MISSING,
        TOO_LONG,
        UNPRINTABLE,
        /** The project has no such group, door or right. */
        UNKNOWN,
        /** There is no such account, or it may not see reviews of the project. */
        NOT_ABLE,
        /** Nobody verifies what they decided themselves. */
        SAME_PERSON,
        PAST,
        /** There are more rights than one review can hold. */
        TOO_MANY,
        /** Nobody there has any right. */
        NOTHING_THERE,
        /** Only the reviewer decides. */
        NOT_REVIEWER,
        /** Only the verifier sends it back and closes it. */
        NOT_VERIFIER,
        /** It is handed in, and nothing can be decided until it is sent back. */
        HANDED_IN,
        NOT_HANDED_IN,
        /** It is closed for ever. */
        CLOSED,
        /** Some rights wait for a decision. */
        UNDECIDED,
        /** The right does not come from a group that this person is in by themselves, beside another. */
        NOT_FROM_OWN_GROUP,
        /** One right by a group is to be kept, and for another one the person is to leave that group. */
        CONTRADICTION
    }

    /** One thing that is wrong. */
    public record Problem(Field field, Reason reason, String value) implements FieldProblem {
        @Override
        public boolean comesTooLate() {
            return field == Field.STATE
                    && (reason == Reason.HANDED_IN || reason == Reason.NOT_HANDED_IN || reason == Reason.CLOSED);
        }
    }

    ReviewRefusedException(List<Problem> problems) {
        super(problems, " ");
    }

    ReviewRefusedException(Field field, Reason reason, String value) {
        this(List.of(new Problem(field, reason, value)));
    }
}
