package dev.lintel.ui.user.invitation;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.lintel.domain.user.PasswordRefusedException;
import dev.lintel.domain.user.invitation.PasswordRecovery;
import dev.lintel.domain.user.invitation.TooManyProofsException;
import java.util.Optional;

/** For whoever forgot the password: asks for the address, and where the link in the mail leads, for a new password. */
@Route(value = RecoverView.PATH + "/:secret?", autoLayout = false)
@AnonymousAllowed
public class RecoverView extends Doorstep implements BeforeEnterObserver, HasDynamicTitle {
    public static final String PATH = "recover";

    private static final long serialVersionUID = 1L;

    private final transient PasswordRecovery recovery;

    RecoverView(PasswordRecovery recovery) {
        this.recovery = recovery;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<String> secret = event.getRouteParameters().get("secret");
        try {
            if (secret.isEmpty()) {
                askForAddress(false);
            } else if (recovery.isGood(secret.get(), address())) {
                askForPassword(secret.get());
            } else {
                askForAddress(true);
            }
        } catch (TooManyProofsException tooMany) {
            showLimited(tooMany);
        }
    }

    private void askForAddress(boolean wasWrong) {
        show(new H2(getTranslation("recover.title")));
        if (wasWrong) {
            more(problem(getTranslation("recover.wrong")));
        }
        if (!recovery.isOffered()) {
            more(new Paragraph(getTranslation("recover.notOffered")), toLogin());
            return;
        }
        EmailField email = new EmailField(getTranslation("person.email"));
        email.setManualValidation(true);
        Button send = new Button(getTranslation("recover.send"), click -> ask(email.getValue()));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.addClickShortcut(Key.ENTER);
        more(new Paragraph(getTranslation("recover.text")), email, send, toLogin());
        email.focus();
    }

    /** Says the same whether or not anybody has the address. */
    private void ask(String email) {
        try {
            recovery.ask(email, address());
            show(
                    new H2(getTranslation("recover.sentTitle")),
                    new Paragraph(getTranslation("recover.sentText")),
                    toLogin());
        } catch (TooManyProofsException tooMany) {
            showLimited(tooMany);
        }
    }

    private void askForPassword(String secret) {
        NewPassword password = new NewPassword("");
        Button save = new Button(getTranslation("password.save"), click -> choose(secret, password));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER);
        show(new H2(getTranslation("recover.chooseTitle")), password, save);
        password.focus();
    }

    private void choose(String secret, NewPassword password) {
        if (!password.isRepeated()) {
            return;
        }
        try {
            if (recovery.choose(secret, password.value(), address())) {
                show(
                        new H2(getTranslation("recover.doneTitle")),
                        new Paragraph(getTranslation("recover.doneText")),
                        toLogin());
            } else {
                askForAddress(true);
            }
        } catch (PasswordRefusedException refused) {
            password.refuse(refused.reason());
        } catch (TooManyProofsException tooMany) {
            showLimited(tooMany);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("recover.title") + " · Lintel";
    }
}
