package dev.lintel.ui.guest;

import com.vaadin.flow.component.UI;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Field;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Problem;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Reason;

/** Says what was wrong with a guest pass or a limit. */
final class GuestRefusals {
    private GuestRefusals() {}

    static String sentence(UI ui, Problem problem) {
        if (problem.reason() == Reason.TOO_MANY) {
            return ui.getTranslation("guest.refused.TOO_MANY", Integer.valueOf(problem.value()));
        }
        if (problem.reason() != Reason.ABOVE_LIMIT) {
            return ui.getTranslation("guest.refused." + problem.reason().name());
        }
        String key =
                switch (problem.field()) {
                    case UNTIL -> "guest.refused.ABOVE_LIMIT_DAYS";
                    case AT_ONCE -> "guest.refused.AT_ONCE";
                    default -> "guest.refused.ABOVE_LIMIT";
                };
        return ui.getTranslation(key, Integer.valueOf(problem.value()));
    }

    /** With the name of the field in front, for where no field is near. */
    static String withField(UI ui, Problem problem) {
        Field field = problem.field();
        return ui.getTranslation("GuestPassRefusedException.Field." + field.name()) + ": " + sentence(ui, problem);
    }
}
