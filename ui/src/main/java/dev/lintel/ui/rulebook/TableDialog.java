package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.rulebook.HitPolicy;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.ui.component.Refusals;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The name of a table, and which of its rows counts. */
final class TableDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /**
     * @param called what it is called now
     * @param counting which row counts now; null where that cannot be chosen
     * @param save returns what is wrong; then the dialog stays, else it closes
     */
    TableDialog(
            String title,
            String called,
            @Nullable HitPolicy counting,
            BiFunction<String, HitPolicy, List<? extends FieldProblem>> save) {
        addClassName("form-dialog");
        setHeaderTitle(title);
        Refusals refusals = new Refusals();
        TextField name = refusals.at("name", new TextField(getTranslation("rulebook.name")));
        name.setMaxLength(Policy.LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        name.setValue(called);
        RadioButtonGroup<HitPolicy> hit = new RadioButtonGroup<>(getTranslation("rulebook.hit"));
        hit.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        hit.setItems(HitPolicy.values());
        hit.setItemLabelGenerator(choice -> getTranslation("rulebook.hit." + choice));
        hit.setValue(counting == null ? HitPolicy.FIRST : counting);
        hit.setVisible(counting != null);
        Button cancel = new Button(getTranslation("action.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button ready = new Button(getTranslation("action.save"), click -> {
            List<? extends FieldProblem> problems = save.apply(name.getValue().strip(), hit.getValue());
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
