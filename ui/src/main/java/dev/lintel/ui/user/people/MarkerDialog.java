package dev.lintel.ui.user.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.user.marker.Marker;
import dev.lintel.domain.user.marker.MarkerRefusedException;
import dev.lintel.domain.user.marker.Markers;
import dev.lintel.ui.i18n.Messages;
import java.util.List;
import java.util.function.LongSupplier;

/** Name and colour of a marker. */
final class MarkerDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final String FIRST_COLOUR = "#0f766e";

    private final Select<Project> project = new Select<>();
    private final TextField name = new TextField(getTranslation("marker.name"));
    private final Input colour = new Input();

    /** Stores what was typed. */
    interface Store {
        /** @throws MarkerRefusedException with what is wrong */
        void save(long project, String name, String colour);
    }

    private MarkerDialog(String title, Marker shown) {
        addClassName("form-dialog");
        setHeaderTitle(getTranslation(title));
        project.setLabel(getTranslation("project.switch"));
        project.setItemLabelGenerator(Project::name);
        name.setMaxLength(Markers.LONGEST_NAME);
        name.setValue(shown.name());
        name.focus();
        colour.setType("color");
        colour.setId("marker-colour");
        colour.setValue(shown.colour());
        NativeLabel label = new NativeLabel(getTranslation("marker.colour"));
        label.setFor(colour);
        Button cancel = new Button(getTranslation("action.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(project, name, label, colour);
        getFooter().add(cancel);
    }

    /** @param projects to choose from when there are several */
    static MarkerDialog toAdd(List<Project> projects, Store store, Runnable done) {
        MarkerDialog dialog = new MarkerDialog("marker.add", new Marker(0, "", "", FIRST_COLOUR));
        dialog.project.setItems(projects);
        dialog.project.setValue(projects.getFirst());
        dialog.project.setVisible(projects.size() > 1);
        dialog.saving(() -> dialog.project.getValue().id(), store, done);
        return dialog;
    }

    static MarkerDialog toChange(Marker marker, Store store, Runnable done) {
        MarkerDialog dialog = new MarkerDialog("marker.edit", marker);
        dialog.project.setVisible(false);
        dialog.saving(marker::project, store, done);
        return dialog;
    }

    private void saving(LongSupplier where, Store store, Runnable done) {
        Button save = new Button(getTranslation("action.save"), click -> save(where.getAsLong(), store, done));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(save);
    }

    private void save(long where, Store store, Runnable done) {
        try {
            store.save(where, name.getValue(), colour.getValue());
            close();
            done.run();
        } catch (MarkerRefusedException refused) {
            name.setErrorMessage(getTranslation(Messages.keyOf(refused.reason())));
            name.setInvalid(true);
        }
    }
}
