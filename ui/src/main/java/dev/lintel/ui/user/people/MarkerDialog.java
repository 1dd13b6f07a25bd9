package dev.lintel.ui.user.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.user.marker.Marker;
import dev.lintel.domain.user.marker.MarkerRefusedException;
import dev.lintel.domain.user.marker.Markers;
import dev.lintel.ui.i18n.Messages;
import org.jspecify.annotations.Nullable;

/** Name and colour of a marker. */
final class MarkerDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final String FIRST_COLOUR = "#0f766e";

    private final TextField name = new TextField(getTranslation("marker.name"));
    private final Input colour = new Input();

    /** Stores what was typed. */
    interface Store {
        /** @throws MarkerRefusedException with what is wrong */
        void save(String name, String colour);
    }

    /** @param marker as it is; null for a new one */
    MarkerDialog(String title, @Nullable Marker marker, Store store, Runnable done) {
        addClassName("form-dialog");
        setHeaderTitle(title);
        name.setMaxLength(Markers.LONGEST_NAME);
        name.setValue(marker == null ? "" : marker.name());
        name.focus();
        colour.setType("color");
        colour.setId("marker-colour");
        colour.setValue(marker == null ? FIRST_COLOUR : marker.colour());
        NativeLabel label = new NativeLabel(getTranslation("marker.colour"));
        label.setFor(colour);
        Button cancel = new Button(getTranslation("action.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button save = new Button(getTranslation("action.save"), click -> save(store, done));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(name, label, colour);
        getFooter().add(cancel, save);
    }

    private void save(Store store, Runnable done) {
        try {
            store.save(name.getValue(), colour.getValue());
            close();
            done.run();
        } catch (MarkerRefusedException refused) {
            name.setErrorMessage(getTranslation(Messages.keyOf(refused.reason())));
            name.setInvalid(true);
        }
    }
}
