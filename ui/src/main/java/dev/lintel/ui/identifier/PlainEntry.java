package dev.lintel.ui.identifier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.IdentifierValue;
import dev.lintel.domain.identifier.InvalidIdentifierException;

/** A value that is typed: a key, a licence plate, a code. Shows how it is understood. */
final class PlainEntry extends Div implements ValueEntry {
    private static final long serialVersionUID = 1L;

    private final TextField field = new TextField();
    private final Paragraph understood = new Paragraph();
    private final IdentifierType type;

    /** @param next what Enter leads to */
    PlainEntry(IdentifierType type, String value, Runnable next) {
        this.type = type;
        addClassName("value-entry");
        field.setLabel(getTranslation("identifier.value." + type.name()));
        field.setHelperText(getTranslation("identifier.help." + type.name()));
        field.setMaxLength(IdentifierValue.MOST_CHARACTERS);
        field.setRequiredIndicatorVisible(type != IdentifierType.ACCESS_CODE && type != IdentifierType.QR);
        field.setAutocomplete(Autocomplete.OFF);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        if (type == IdentifierType.ACCESS_CODE) {
            field.setAllowedCharPattern("[0-9]");
        }
        field.setValue(value);
        field.addValueChangeListener(change -> show());
        field.addKeyDownListener(Key.ENTER, enter -> next.run());
        understood.addClassName("about");
        add(field, understood);
        show();
    }

    private void show() {
        String typed = field.getValue();
        String normal = "";
        try {
            normal = typed.isBlank() ? "" : IdentifierValue.normalise(type, typed);
        } catch (InvalidIdentifierException notYet) {
            // said when it is to be saved
        }
        boolean differs = !normal.isEmpty() && !normal.equals(typed);
        understood.setText(differs ? getTranslation("identifier.understood", normal) : "");
        understood.setVisible(differs);
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
        field.setHelperText(readOnly ? null : field.getHelperText());
    }
}
