package dev.lintel.ui.user;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.user.Account;
import dev.lintel.domain.user.Accounts;
import dev.lintel.domain.user.PasswordRefusedException;
import dev.lintel.domain.user.session.Sessions;
import dev.lintel.ui.component.Wordmark;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.security.LiveSessions;
import jakarta.annotation.security.PermitAll;

/** Where people choose their own password; the only place for whoever came with a one-time one. */
@Route(value = "password", autoLayout = false)
@PermitAll
public class ChangePasswordView extends Main implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Accounts accounts;
    private final transient Sessions sessions;
    private final transient Actor actor;
    private final PasswordField before = new PasswordField(getTranslation("password.current"));
    private final PasswordField chosen = new PasswordField(getTranslation("password.chosen"));
    private final PasswordField again = new PasswordField(getTranslation("password.again"));

    ChangePasswordView(Accounts accounts, Sessions sessions, CurrentActor who) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.actor = who.get();
        boolean first = accounts.byLogin(actor.name())
                .filter(Account::mustChangePassword)
                .isPresent();
        addClassName("login-view");
        before.getElement().setAttribute("autocomplete", "current-password");
        chosen.getElement().setAttribute("autocomplete", "new-password");
        again.getElement().setAttribute("autocomplete", "new-password");
        chosen.setHelperText(getTranslation("password.rules"));
        before.focus();

        Button save = new Button(getTranslation("password.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER);
        Div card = new Div(
                new H1(new Wordmark()), new Paragraph(getTranslation(first ? "password.first" : "password.own")));
        card.addClassNames("login-card", "password-card");
        card.add(loginForPasswordManagers(), before, chosen, again, save);
        if (!first) {
            Button cancel =
                    new Button(getTranslation("action.cancel"), click -> getUI().ifPresent(ui -> ui.navigate("")));
            cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            card.add(cancel);
        }
        add(card);
    }

    private Input loginForPasswordManagers() {
        Input name = new Input();
        name.setValue(actor.name());
        name.getElement().setAttribute("autocomplete", "username").setAttribute("readonly", true);
        name.getElement().setAttribute("aria-label", getTranslation("login.name"));
        name.addClassName("visually-hidden");
        name.getElement().setAttribute("tabindex", "-1");
        return name;
    }

    private void save() {
        before.setInvalid(false);
        chosen.setInvalid(false);
        again.setInvalid(false);
        if (!chosen.getValue().equals(again.getValue())) {
            refuse(again, "password.differ");
            return;
        }
        try {
            accounts.changePassword(actor, before.getValue(), chosen.getValue());
        } catch (PasswordRefusedException refused) {
            refuse(refused.isOfTheCurrent() ? before : chosen, Messages.keyOf(refused.reason()));
            return;
        }
        // whoever knew the old one may be logged in with it
        Long here = LiveSessions.numberOf(VaadinSession.getCurrent().getSession());
        if (here != null) {
            sessions.endOthers(actor, here);
        }
        Notification.show(getTranslation("password.changed"));
        getUI().ifPresent(ui -> ui.navigate(""));
    }

    private void refuse(PasswordField field, String key) {
        field.setErrorMessage(getTranslation(key));
        field.setInvalid(true);
        field.focus();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("password.title") + " · Lintel";
    }
}
