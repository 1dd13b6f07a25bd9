package dev.lintel.ui.guest;

import com.vaadin.flow.component.UI;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Field;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Problem;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Reason;
import dev.lintel.domain.guestpass.HostLimits.LimitRow;
import dev.lintel.domain.identifier.IdentifierRefusedException;
import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.i18n.Messages;

/** Says what was wrong with a guest pass, with what the visitor presents, or with a limit. */
final class GuestRefusals {
    private GuestRefusals() {}

    static Refusals refusals() {
        return new Refusals(GuestRefusals::sentence, GuestRefusals::sentence);
    }

    static String sentence(FieldProblem problem) {
        LimitRow row = problem instanceof Problem pass ? pass.row() : null;
        return row == null ? why(problem) : why(problem) + " " + byRow(row);
    }

    /** Where the limit stands. */
    static String byRow(LimitRow row) {
        return UI.getCurrentOrThrow().getTranslation("guest.limitByRow", row.row(), row.table());
    }

    private static String why(FieldProblem problem) {
        UI ui = UI.getCurrentOrThrow();
        return switch ((Object) problem.reason()) {
            case Reason.TOO_MANY -> ui.getTranslation("guest.refused.TOO_MANY", Integer.valueOf(problem.value()));
            case Reason.ABOVE_LIMIT -> ui.getTranslation(limit(problem), Integer.valueOf(problem.value()));
            case IdentifierRefusedException.Reason.TAKEN -> ui.getTranslation("guest.refused.TAKEN");
            case IdentifierRefusedException.Reason.MALFORMED -> ui.getTranslation("guest.refused.MALFORMED");
            case Reason reason -> ui.getTranslation("guest.refused." + reason.name());
            default -> Refusals.reason(problem);
        };
    }

    private static String limit(FieldProblem problem) {
        return switch (problem.field()) {
            case Field.UNTIL -> "guest.refused.ABOVE_LIMIT_DAYS";
            case Field.AT_ONCE -> "guest.refused.AT_ONCE";
            default -> "guest.refused.ABOVE_LIMIT";
        };
    }

    /** With the name of the field in front, for where no field is near. */
    static String withField(FieldProblem problem) {
        String why = sentence(problem);
        return problem.field() instanceof Enum<?> field
                ? UI.getCurrentOrThrow().getTranslation(Messages.keyOf(field)) + ": " + why
                : why;
    }
}
