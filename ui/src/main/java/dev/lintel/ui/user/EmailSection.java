package dev.lintel.ui.user;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.EmailField;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.invitation.EmailChanges;
import dev.lintel.domain.user.own.PersonalPage;
import dev.lintel.domain.user.people.PersonDraft;
import dev.lintel.domain.user.people.UserRefusedException;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;

/** One's own e-mail address, which is a login, too; a new one is in force when it is confirmed. */
final class EmailSection extends Section {
    private static final long serialVersionUID = 1L;

    private final transient EmailChanges changes;
    private final transient Actor actor;
    private final EmailChangeNotice notice;

    EmailSection(PersonalPage page, EmailChanges changes, Actor actor, Moments moments) {
        this.changes = changes;
        this.actor = actor;
        notice = new EmailChangeNotice(() -> changes.waiting(actor), moments)
                .offering(() -> changes.sendAgain(actor), () -> changes.cancel(actor), () -> {});
        Span address = new Span(page.email(actor).orElseGet(() -> getTranslation("me.emailNone")));
        address.addClassName("device-name");
        add(
                new H2(getTranslation("me.email")),
                address,
                notice,
                new Button(getTranslation("me.emailChange"), click -> ask()));
    }

    private void ask() {
        EmailField email = new EmailField(getTranslation("me.emailNew"));
        email.setMaxLength(PersonDraft.LONGEST_EMAIL);
        email.setManualValidation(true);
        email.setRequiredIndicatorVisible(true);
        email.setHelperText(getTranslation("me.emailHelp") + " " + getTranslation("me.emailMust"));
        PasswordDialog dialog = new PasswordDialog("me.emailTitle", "me.emailText", "me.emailSend");
        dialog.ask(email);
        email.focus();
        dialog.then(password -> {
                    email.setInvalid(false);
                    try {
                        changes.ask(actor, email.getValue(), password);
                        dialog.close();
                        Notification.show(getTranslation(
                                "emailChange.sent", email.getValue().strip()));
                        notice.refresh();
                    } catch (UserRefusedException refused) {
                        email.setErrorMessage(getTranslation(
                                Messages.keyOf(refused.problems().getFirst().reason())));
                        email.setInvalid(true);
                        email.focus();
                    }
                })
                .open();
    }
}
