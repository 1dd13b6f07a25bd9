package dev.lintel.ui.permission;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import dev.lintel.domain.permission.Profile;
import dev.lintel.domain.permission.ProfileRefusedException;
import dev.lintel.ui.i18n.Messages;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks before a profile is deleted, and which one its people get instead. */
final class DeleteProfileDialog extends ConfirmDialog {
    private static final long serialVersionUID = 1L;

    /** @param delete told the id of the profile that people get; null when nobody has it */
    DeleteProfileDialog(
            PermissionWords words,
            Profile profile,
            int people,
            List<Profile> others,
            Consumer<@Nullable String> delete) {
        setHeader(getTranslation("profiles.deleteTitle", profile.name()));
        Select<Profile> instead = new Select<>();
        instead.setLabel(getTranslation("profiles.instead"));
        instead.setItems(others);
        instead.setItemLabelGenerator(other -> other == null ? "" : words.name(other));
        instead.setVisible(people > 0);
        instead.setWidthFull();
        Div content = new Div(new Paragraph(getTranslation("profiles.deleteText", people)), instead);
        content.addClassName("dialog-content");
        add(content);
        setCancelable(true);
        setCancelText(getTranslation("action.cancel"));
        setConfirmText(getTranslation("profiles.delete"));
        setConfirmButtonTheme("error primary");
        addConfirmListener(confirm -> {
            Profile chosen = instead.getValue();
            try {
                delete.accept(chosen == null ? null : chosen.id());
            } catch (ProfileRefusedException refused) {
                Notification.show(getTranslation(Messages.keyOf(refused.reason()), String.join(", ", refused.about())));
            }
        });
    }
}
