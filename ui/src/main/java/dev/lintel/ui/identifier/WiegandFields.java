package dev.lintel.ui.identifier;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import dev.lintel.domain.identifier.WiegandFormat;
import dev.lintel.ui.i18n.Messages;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts the number of a card together from what a Wiegand reader shows of it. */
final class WiegandFields extends Details {
    private static final long serialVersionUID = 1L;

    private final Select<WiegandFormat> format = new Select<>();
    private final NumberField facility = new NumberField();
    private final NumberField number = new NumberField();
    private final transient Consumer<String> taken;

    WiegandFields(Consumer<String> taken) {
        this.taken = taken;
        setSummaryText(getTranslation("identifier.wiegand"));
        format.setLabel(getTranslation("identifier.wiegandFormat"));
        format.setItems(WiegandFormat.values());
        format.setItemLabelGenerator(one -> getTranslation(Messages.keyOf(one)));
        format.setValue(WiegandFormat.H10301);
        format.addValueChangeListener(change -> bound());
        facility.setLabel(getTranslation("identifier.facility"));
        number.setLabel(getTranslation("identifier.number"));
        Button take = new Button(getTranslation("identifier.wiegandTake"), click -> take());
        take.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Div row = new Div(format, facility, number, take);
        row.addClassName("wiegand-fields");
        add(row);
        bound();
    }

    private void bound() {
        WiegandFormat chosen = format.getValue();
        facility.setVisible(chosen.mostFacility() > 0);
        facility.setMin(0);
        facility.setMax(chosen.mostFacility());
        number.setMin(0);
        number.setMax(chosen.mostNumber());
    }

    private void take() {
        WiegandFormat chosen = format.getValue();
        Optional<String> value =
                chosen.value(chosen.mostFacility() > 0 ? whole(facility.getValue()) : 0, whole(number.getValue()));
        value.ifPresent(taken);
        number.setErrorMessage(getTranslation("identifier.wiegandRange", chosen.mostFacility(), chosen.mostNumber()));
        number.setInvalid(value.isEmpty());
    }

    /** -1 for what is no whole number, which is out of every range. */
    private static long whole(@Nullable Double typed) {
        return typed == null || typed != Math.rint(typed) ? -1 : typed.longValue();
    }
}
