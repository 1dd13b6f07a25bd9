package dev.lintel.ui.device;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import dev.lintel.domain.device.DeviceRegistry;
import dev.lintel.domain.device.DeviceStatus;
import dev.lintel.domain.device.IssuedCredential;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.settings.Settings;
import dev.lintel.ui.component.CopyField;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Gives a device new secrets: asks first, since the old ones stop working, and shows the new ones once. */
@Component
final class CredentialDialogs {
    private final DeviceRegistry registry;
    private final Settings settings;

    CredentialDialogs(DeviceRegistry registry, Settings settings) {
        this.registry = registry;
        this.settings = settings;
    }

    void ask(Actor actor, DeviceStatus status) {
        UI ui = UI.getCurrentOrThrow();
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(ui.getTranslation("credential.askTitle", status.displayName()));
        question.setText(ui.getTranslation("credential.askText"));
        question.setCancelable(true);
        question.setCancelText(ui.getTranslation("action.cancel"));
        question.setConfirmText(ui.getTranslation("credential.issue"));
        question.addConfirmListener(
                confirm -> registry.issueCredential(actor, status.device().serial())
                        .ifPresentOrElse(
                                issued -> show(ui, status, issued),
                                () -> Notification.show(ui.getTranslation("credential.gone"))));
        question.open();
    }

    private void show(UI ui, DeviceStatus status, IssuedCredential issued) {
        Dialog dialog = new Dialog(ui.getTranslation("credential.title", status.displayName()));
        dialog.addClassName("secret-dialog");
        dialog.setCloseOnOutsideClick(false);
        dialog.add(new Paragraph(ui.getTranslation("credential.once")));
        dialog.add(new CopyField(ui.getTranslation("credential.login"), issued.serial()));
        dialog.add(new CopyField(ui.getTranslation("credential.password"), issued.password()));
        dialog.add(new CopyField(ui.getTranslation("credential.urlToken"), issued.urlToken()));
        URI server = settings.inForce().serverUrl();
        dialog.add(new Paragraph(
                server == null
                        ? ui.getTranslation("credential.howWithoutUrl")
                        : ui.getTranslation("credential.how", server)));
        Button done = new Button(ui.getTranslation("credential.done"), click -> dialog.close());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(done);
        dialog.open();
    }
}
