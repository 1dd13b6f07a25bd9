package dev.lintel.ui.user.invitation;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.lintel.domain.user.PasswordRefusedException;
import dev.lintel.domain.user.invitation.Proof;
import dev.lintel.domain.user.invitation.Registration;
import dev.lintel.domain.user.invitation.Registration.Welcome;
import dev.lintel.domain.user.invitation.TooManyProofsException;
import java.util.Optional;

/** Where an invitation leads: shown by its link or typed as a code, it becomes an account with a password. */
@Route(value = "welcome/:secret?", autoLayout = false)
@AnonymousAllowed
public class WelcomeView extends Doorstep implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Registration registration;

    WelcomeView(Registration registration) {
        this.registration = registration;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<String> secret = event.getRouteParameters().get("secret");
        if (secret.isPresent()) {
            open(new Proof.Link(secret.get()));
        } else {
            askForCode(false);
        }
    }

    private void open(Proof proof) {
        try {
            registration
                    .open(proof, address())
                    .ifPresentOrElse(welcome -> askForPassword(proof, welcome), () -> askForCode(true));
        } catch (TooManyProofsException tooMany) {
            showLimited(tooMany);
        }
    }

    private void askForCode(boolean wasWrong) {
        EmailField email = new EmailField(getTranslation("person.email"));
        email.setManualValidation(true);
        TextField code = new TextField(getTranslation("welcome.code"));
        code.setHelperText(getTranslation("welcome.codeHelp"));
        code.getElement().setAttribute("autocomplete", "one-time-code");
        Button go = new Button(
                getTranslation("welcome.continue"), click -> open(new Proof.Code(email.getValue(), code.getValue())));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.addClickShortcut(Key.ENTER);
        show(new H2(getTranslation("welcome.codeTitle")));
        if (wasWrong) {
            more(problem(getTranslation("welcome.wrong")));
        }
        more(new Paragraph(getTranslation("welcome.codeText")), email, code, go, toLogin());
        email.focus();
    }

    private void askForPassword(Proof proof, Welcome welcome) {
        NewPassword password = new NewPassword(welcome.email());
        Checkbox terms = new Checkbox(getTranslation("welcome.accept"));
        Button register = new Button(getTranslation("welcome.register"));
        register.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        register.addClickShortcut(Key.ENTER);
        register.addClickListener(click -> register(proof, password, terms));
        show(
                new H2(getTranslation("welcome.title", welcome.name())),
                new Paragraph(getTranslation("welcome.text", welcome.email())),
                password,
                new Details(getTranslation("welcome.terms"), new Paragraph(getTranslation("welcome.termsText"))),
                terms,
                register);
        password.focus();
    }

    private void register(Proof proof, NewPassword password, Checkbox terms) {
        terms.setInvalid(!terms.getValue());
        terms.setErrorMessage(getTranslation("welcome.acceptMissing"));
        if (!password.isRepeated() || terms.isInvalid()) {
            return;
        }
        try {
            registration
                    .register(proof, password.value(), getLocale(), address())
                    .ifPresentOrElse(welcome -> password.logIn(welcome.email()), () -> askForCode(true));
        } catch (PasswordRefusedException refused) {
            password.refuse(refused.reason());
        } catch (TooManyProofsException tooMany) {
            showLimited(tooMany);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("welcome.pageTitle") + " · Lintel";
    }
}
