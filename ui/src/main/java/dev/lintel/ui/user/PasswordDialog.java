package dev.lintel.ui.user;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.lintel.domain.user.PasswordRefusedException;
import dev.lintel.ui.i18n.Messages;
import java.util.function.Consumer;

/** Asks for the password once more before something is done that a stranger at an open screen must not do. */
class PasswordDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final PasswordField password = new PasswordField(getTranslation("password.own.field"));
    private final Button go;
    private transient Consumer<String> action = typed -> {};

    /**
     * @param title key of the title
     * @param text key of what will happen
     * @param verb key of what the button says
     */
    PasswordDialog(String title, String text, String verb) {
        addClassName("form-dialog");
        setHeaderTitle(getTranslation(title));
        password.getElement().setAttribute("autocomplete", "current-password");
        add(new Paragraph(getTranslation(text)), password);
        go = new Button(getTranslation(verb), click -> go());
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.addClickShortcut(Key.ENTER);
        Button cancel = new Button(getTranslation("action.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(cancel, go);
        password.focus();
    }

    /** What is done with the password; it may refuse it. */
    final PasswordDialog then(Consumer<String> what) {
        action = what;
        return this;
    }

    /** The same, and once it is done the dialog goes. */
    final PasswordDialog thenClose(Consumer<String> what, Runnable afterwards) {
        return then(typed -> {
            what.accept(typed);
            close();
            afterwards.run();
        });
    }

    final PasswordDialog dangerous() {
        go.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return this;
    }

    /** Asks for more, above the password. */
    final void ask(Component... fields) {
        remove(password);
        add(fields);
        add(password);
    }

    private void go() {
        password.setInvalid(false);
        try {
            action.accept(password.getValue());
        } catch (PasswordRefusedException refused) {
            password.setErrorMessage(getTranslation(Messages.keyOf(refused.reason())));
            password.setInvalid(true);
            password.focus();
        }
    }
}
