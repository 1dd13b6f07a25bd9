package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.ui.component.Refusals;
import java.util.List;
import java.util.function.Supplier;

/** The foot of a dialog that always shows the sentence that its fields come to. */
final class DialogFoot {
    private DialogFoot() {}

    /** @param save returns what is wrong; then the dialog stays, else it closes */
    static void add(Dialog dialog, Paragraph sentence, Refusals refusals, Supplier<List<? extends FieldProblem>> save) {
        sentence.addClassName("policy-sentence");
        sentence.getElement().setAttribute("aria-live", "polite");
        Button cancel = new Button(dialog.getTranslation("action.cancel"), click -> dialog.close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button ready = new Button(dialog.getTranslation("action.save"), click -> {
            List<? extends FieldProblem> problems = save.get();
            if (problems.isEmpty()) {
                dialog.close();
            } else {
                refusals.refuse(problems);
            }
        });
        ready.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(sentence, cancel, ready);
    }
}
