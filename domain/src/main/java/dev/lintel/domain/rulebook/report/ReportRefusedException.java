package dev.lintel.domain.rulebook.report;

import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.domain.wire.WishRefusedException;
import java.util.List;

/** A report cannot be asked for, or sent, like that. */
public final class ReportRefusedException extends WishRefusedException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        OUT_OF_RANGE,
        /** The end is not after the beginning. */
        NOT_AFTER,
        /** The account has no mail address. */
        NO_ADDRESS
    }

    /** One thing that is wrong. */
    public record Problem(String field, Reason reason, String value) implements FieldProblem {}

    ReportRefusedException(String field, Reason reason, String value) {
        super(List.of(new Problem(field, reason, value)), " ");
    }
}
