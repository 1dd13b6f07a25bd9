package dev.lintel.ui.schedule;

import com.vaadin.flow.component.UI;
import dev.lintel.domain.schedule.RuleFault;
import dev.lintel.domain.schedule.RuleFault.Kind;
import dev.lintel.domain.schedule.RulePart;
import dev.lintel.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.List;

/** Says why a rule cannot be evaluated. Names of parts stay as RFC 5545 has them, in every language. */
final class RuleFaults {
    private RuleFaults() {}

    static String sentence(UI ui, RuleFault fault) {
        List<String> arguments = new ArrayList<>(fault.arguments());
        if (fault.kind() == Kind.NOT_ALLOWED) {
            arguments.set(2, ui.getTranslation(Messages.keyOf(RulePart.valueOf(arguments.getFirst()))));
        }
        return ui.getTranslation(Messages.keyOf(fault.kind()), arguments.toArray());
    }
}
