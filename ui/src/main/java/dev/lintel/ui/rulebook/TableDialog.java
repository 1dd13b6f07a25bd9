package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.rulebook.HitPolicy;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyTable;
import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.ui.component.Refusals;
import java.util.List;
import java.util.function.Function;

/** The name of a table, and which of its rows counts. */
final class TableDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /** @param save returns what is wrong; then the dialog stays, else it closes */
    TableDialog(String title, PolicyTable edited, Function<PolicyTable, List<? extends FieldProblem>> save) {
        addClassName("form-dialog");
        setHeaderTitle(title);
        Refusals refusals = new Refusals();
        TextField name = refusals.at("name", new TextField(getTranslation("rulebook.name")));
        name.setMaxLength(Policy.LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        name.setValue(edited.name());
        RadioButtonGroup<HitPolicy> hit = new RadioButtonGroup<>(getTranslation("rulebook.hit"));
        hit.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        hit.setItems(HitPolicy.values());
        hit.setItemLabelGenerator(choice -> getTranslation("rulebook.hit." + choice));
        hit.setValue(edited.hit());
        Button cancel = new Button(getTranslation("action.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button ready = new Button(getTranslation("action.save"), click -> {
            List<? extends FieldProblem> problems =
                    save.apply(new PolicyTable(edited.id(), name.getValue().strip(), hit.getValue(), edited.rows()));
            if (problems.isEmpty()) {
                close();
            } else {
                refusals.refuse(problems);
            }
        });
        ready.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(refusals, name, hit);
        getFooter().add(cancel, ready);
        name.focus();
    }
}
