package dev.lintel.ui.device;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.device.DeviceStatus;
import dev.lintel.domain.device.DeviceTag;
import dev.lintel.domain.device.DeviceTags;
import dev.lintel.domain.device.DeviceTagsRefusedException;
import dev.lintel.domain.permission.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Lets people give a device tags: those that others have, or new ones. */
@Component
final class TagDialogs {
    private final DeviceTags tags;

    TagDialogs(DeviceTags tags) {
        this.tags = tags;
    }

    void open(Actor actor, DeviceStatus status) {
        UI ui = UI.getCurrentOrThrow();
        Optional<Device> device =
                tags.device(actor, status.project(), status.device().id());
        if (device.isEmpty()) {
            Notification.show(ui.getTranslation("credential.gone"));
            return;
        }
        Dialog dialog = new Dialog(ui.getTranslation("device.tagsTitle", status.displayName()));
        dialog.addClassName("form-dialog");
        MultiSelectComboBox<String> field = field(ui, tags.known(actor, status.project()));
        field.setValue(device.get().tags());
        dialog.add(field);
        Button save = new Button(ui.getTranslation("action.save"), click -> save(ui, actor, status, field, dialog));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(ui.getTranslation("action.cancel"), click -> dialog.close()), save);
        dialog.open();
        field.focus();
    }

    private static MultiSelectComboBox<String> field(UI ui, List<String> known) {
        MultiSelectComboBox<String> field = new MultiSelectComboBox<>(ui.getTranslation("device.tags"));
        Set<String> items = new TreeSet<>(known);
        field.setItems(items);
        field.setHelperText(ui.getTranslation("device.tagsHelp", Device.MOST_TAGS, Device.LONGEST_TAG));
        field.setAllowCustomValue(true);
        field.setManualValidation(true);
        field.addCustomValueSetListener(typed -> {
            Set<String> chosen = new TreeSet<>(field.getValue());
            Collection<String> words =
                    DeviceTag.cleaned(List.of(typed.getDetail().split(",")));
            words.stream().filter(DeviceTag::isTag).forEach(chosen::add);
            if (items.addAll(chosen)) {
                field.setItems(items);
            }
            field.setValue(chosen);
            boolean refused = !words.stream().allMatch(DeviceTag::isTag);
            field.setInvalid(refused);
            field.setErrorMessage(refused ? ui.getTranslation("device.tagsWrong", Device.LONGEST_TAG) : "");
        });
        return field;
    }

    private void save(UI ui, Actor actor, DeviceStatus status, MultiSelectComboBox<String> field, Dialog dialog) {
        try {
            boolean done = tags.tag(actor, status.project(), status.device().id(), field.getValue())
                    .isPresent();
            dialog.close();
            Notification.show(ui.getTranslation(done ? "settings.saved" : "credential.gone"));
        } catch (DeviceTagsRefusedException refused) {
            field.setErrorMessage(ui.getTranslation("device.tagsTooMany", Device.MOST_TAGS));
            field.setInvalid(true);
        }
    }
}
