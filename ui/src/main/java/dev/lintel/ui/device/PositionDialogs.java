package dev.lintel.ui.device;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.device.DevicePositions;
import dev.lintel.domain.device.DeviceStatus;
import dev.lintel.domain.device.Position;
import dev.lintel.domain.permission.Actor;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets people say where a device stands, as a map on the web tells it. */
@Component
final class PositionDialogs {
    private static final Pattern DEGREES = Pattern.compile(
            "\\s*([+-]?\\d{1,3}(?:\\.\\d{1,15})?)°?\\s*[,;\\s]\\s*([+-]?\\d{1,3}(?:\\.\\d{1,15})?)°?\\s*");

    private final DevicePositions positions;

    PositionDialogs(DevicePositions positions) {
        this.positions = positions;
    }

    void open(Actor actor, DeviceStatus status) {
        UI ui = UI.getCurrentOrThrow();
        Optional<Device> device =
                positions.device(actor, status.project(), status.device().id());
        if (device.isEmpty()) {
            Notification.show(ui.getTranslation("credential.gone"));
            return;
        }
        Position known = device.get().position();
        Dialog dialog = new Dialog(ui.getTranslation("position.title", status.displayName()));
        dialog.addClassName("form-dialog");
        TextField field = new TextField(ui.getTranslation("position.field"));
        field.setHelperText(ui.getTranslation("position.help"));
        field.setPlaceholder("51.507351, -0.127758");
        field.setValue(known == null ? "" : known.toString().replace(",", ", "));
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        dialog.add(field);
        Button save = new Button(ui.getTranslation("action.save"), click -> save(ui, actor, status, field, dialog));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER).listenOn(field);
        dialog.getFooter().add(new Button(ui.getTranslation("action.cancel"), click -> dialog.close()), save);
        dialog.open();
        field.focus();
    }

    private void save(UI ui, Actor actor, DeviceStatus status, TextField field, Dialog dialog) {
        Position wanted = field.getValue().isBlank() ? null : parsed(field.getValue());
        if (wanted == null && !field.getValue().isBlank()) {
            field.setErrorMessage(ui.getTranslation("position.wrong"));
            field.setInvalid(true);
            return;
        }
        boolean done = positions
                .place(actor, status.project(), status.device().id(), wanted)
                .isPresent();
        dialog.close();
        Notification.show(ui.getTranslation(done ? "settings.saved" : "credential.gone"));
    }

    /** Null for what is no place on earth. */
    static @Nullable Position parsed(String typed) {
        Matcher degrees = DEGREES.matcher(typed);
        if (!degrees.matches()) {
            return null;
        }
        double latitude = Double.parseDouble(degrees.group(1));
        double longitude = Double.parseDouble(degrees.group(2));
        return Position.isWithin(latitude, Position.MOST_LATITUDE)
                        && Position.isWithin(longitude, Position.MOST_LONGITUDE)
                ? new Position(latitude, longitude)
                : null;
    }
}
