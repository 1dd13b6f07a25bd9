package dev.lintel.ui.identifier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.lintel.domain.identifier.CardForm;
import dev.lintel.domain.identifier.CardNumber;
import dev.lintel.domain.identifier.IdentifierValue;
import dev.lintel.ui.component.Facts;
import dev.lintel.ui.i18n.Messages;
import java.util.Optional;

/**
 * The number of a card: typed in any notation, read by a reader that types it and presses Enter, or put together of what a
 * Wiegand reader shows. Shows the same card in all notations, so that one can be compared with what is printed on it.
 */
final class CardEntry extends Div implements ValueEntry {
    private static final long serialVersionUID = 1L;

    private final TextField field = new TextField();
    private final Div forms = new Div();
    private final WiegandFields wiegand = new WiegandFields(this::take);
    private final Button turn = new Button(getTranslation("identifier.turn"), click -> turn());
    private final Div help = new Div(turn, wiegand);

    /** @param next what Enter leads to: readers press it after the digits, and must not save half a form */
    CardEntry(String value, Runnable next) {
        addClassName("value-entry");
        field.setLabel(getTranslation("identifier.value.CARD"));
        field.setHelperText(getTranslation("identifier.help.CARD"));
        field.setMaxLength(IdentifierValue.MOST_CHARACTERS);
        field.setRequiredIndicatorVisible(true);
        field.setAutocomplete(Autocomplete.OFF);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValue(value);
        field.addValueChangeListener(change -> show());
        field.addKeyDownListener(Key.ENTER, enter -> next.run());
        turn.addThemeVariants(ButtonVariant.LUMO_SMALL);
        help.addClassName("card-help");
        forms.getElement().setAttribute("aria-live", "polite");
        add(field, help, forms);
        show();
    }

    private Optional<CardNumber> card() {
        return CardNumber.parse(field.getValue());
    }

    private void show() {
        forms.removeAll();
        Optional<CardNumber> card = card();
        turn.setVisible(card.filter(known -> CardForm.REVERSED_DECIMAL.of(known).isPresent())
                .isPresent());
        card.ifPresent(known -> {
            Facts facts = new Facts();
            for (CardForm form : CardForm.values()) {
                form.of(known).ifPresent(written -> facts.fact(Messages.keyOf(form), written));
            }
            forms.add(facts);
        });
    }

    private void turn() {
        card().ifPresent(card -> take(card.turned()));
    }

    private void take(String value) {
        field.setValue(value);
        forgetProblem();
        show();
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public String value() {
        return field.getValue().strip();
    }

    @Override
    public void refuse(String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
    }

    @Override
    public void forgetProblem() {
        field.setInvalid(false);
    }

    @Override
    public void focus() {
        field.focus();
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        field.setReadOnly(readOnly);
        help.setVisible(!readOnly);
    }
}
