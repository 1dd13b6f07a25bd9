package dev.lintel.ui.user.invitation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.lintel.domain.user.PasswordRefusedException;
import dev.lintel.ui.i18n.Messages;

/** A password, typed twice by whoever chooses it. */
final class NewPassword extends Div {
    private static final long serialVersionUID = 1L;

    /**
     * Logs in as the login page does: by a form, so that the session is a new one and every guard of the login is passed.
     */
    private static final String LOG_IN = """
            const form = document.createElement('form');
            form.method = 'post';
            form.action = 'login';
            const field = (name, value) => {
              const input = document.createElement('input');
              input.type = 'hidden'; input.name = name; input.value = value;
              form.append(input);
            };
            field('username', $0);
            field('password', $1.value);
            const token = document.querySelector('meta[name="_csrf"]');
            const parameter = document.querySelector('meta[name="_csrf_parameter"]');
            if (token && parameter) { field(parameter.content, token.content); }
            document.body.append(form);
            form.submit();
            """;

    private final PasswordField chosen = new PasswordField(getTranslation("password.chosen"));
    private final PasswordField again = new PasswordField(getTranslation("password.again"));

    /** @param login for password managers, which want to know whose it is */
    NewPassword(String login) {
        addClassName("new-password");
        Input name = new Input();
        name.setValue(login);
        name.getElement()
                .setAttribute("autocomplete", "username")
                .setAttribute("readonly", true)
                .setAttribute("aria-label", getTranslation("login.name"))
                .setAttribute("tabindex", "-1");
        name.addClassName("visually-hidden");
        chosen.getElement().setAttribute("autocomplete", "new-password");
        again.getElement().setAttribute("autocomplete", "new-password");
        chosen.setHelperText(getTranslation("password.rules"));
        add(name, chosen, again);
    }

    void focus() {
        chosen.focus();
    }

    String value() {
        return chosen.getValue();
    }

    /** Whether both are the same; says so if not. */
    boolean isRepeated() {
        chosen.setInvalid(false);
        boolean same = chosen.getValue().equals(again.getValue());
        again.setErrorMessage(getTranslation("password.differ"));
        again.setInvalid(!same);
        return same;
    }

    void refuse(PasswordRefusedException.Reason reason) {
        chosen.setErrorMessage(getTranslation(Messages.keyOf(reason)));
        chosen.setInvalid(true);
        chosen.focus();
    }

    /** Goes on to the product with the password just chosen. */
    void logIn(String login) {
        getElement().executeJs(LOG_IN, login, chosen.getElement());
    }
}
