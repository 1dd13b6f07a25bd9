package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.rulebook.Invariant;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.rulebook.RulebookParts.Choices;
import java.util.List;
import java.util.function.Function;

/** Something that must hold for everybody, always, with the sentence that it comes to always in sight. */
final class InvariantDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final TextField name = new TextField(getTranslation("rulebook.name"));
    private final RadioButtonGroup<Invariant.Kind> kind = new RadioButtonGroup<>(getTranslation("rulebook.mustHold"));
    private final Refusals refusals = new Refusals();
    private final Paragraph sentence = new Paragraph();
    private final HolderFields holders;
    private final DoorFields doors;
    private final TimeFields times;
    private final transient Invariant edited;
    private final transient CaseSentences sentences;
    private boolean shown;

    /** @param save returns what is wrong; then the dialog stays, else it closes */
    InvariantDialog(
            String title,
            Invariant edited,
            Choices choices,
            CaseSentences sentences,
            Function<Invariant, List<? extends FieldProblem>> save) {
        this.edited = edited;
        this.sentences = sentences;
        addClassNames("form-dialog", "policy-dialog");
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        name.setMaxLength(Policy.LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        kind.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        kind.setItems(Invariant.Kind.values());
        kind.setItemLabelGenerator(one -> getTranslation("rulebook.mustHold." + one));
        kind.addValueChangeListener(change -> say());
        refusals.at("name", name);
        refusals.at("kind", kind);
        this.holders = new HolderFields(choices, refusals, this::say);
        this.doors = new DoorFields(choices, refusals, this::say);
        this.times = new TimeFields(choices, refusals, this::say);
        Div parts = new Div(holders, doors, times);
        parts.addClassName("policy-parts");
        add(refusals, name, kind, parts);
        name.setValue(edited.name());
        kind.setValue(edited.kind());
        holders.show(edited.holders());
        doors.show(edited.doors());
        times.show(edited.times());
        DialogFoot.add(this, sentence, refusals, () -> save.apply(value()));
        shown = true;
        say();
        name.focus();
    }

    private Invariant value() {
        return new Invariant(
                edited.id(), name.getValue().strip(), kind.getValue(), holders.value(), doors.value(), times.value());
    }

    private void say() {
        if (shown) {
            sentence.setText(sentences.invariant(value()));
        }
    }
}
