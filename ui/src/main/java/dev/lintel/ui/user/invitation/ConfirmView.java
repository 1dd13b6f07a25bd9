package dev.lintel.ui.user.invitation;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.lintel.domain.user.invitation.EmailConfirmation;
import dev.lintel.domain.user.invitation.TooManyProofsException;

/** Where the link in the mail to a new e-mail address leads. */
@Route(value = "confirm/:secret", autoLayout = false)
@AnonymousAllowed
public class ConfirmView extends Doorstep implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient EmailConfirmation confirmation;

    ConfirmView(EmailConfirmation confirmation) {
        this.confirmation = confirmation;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String secret = event.getRouteParameters().get("secret").orElse("");
        try {
            confirmation.open(secret, address()).ifPresentOrElse(email -> ask(secret, email), () -> end("wrong"));
        } catch (TooManyProofsException tooMany) {
            showLimited(tooMany);
        }
    }

    /** A click is asked for, since programs that look into mails open links, too. */
    private void ask(String secret, String email) {
        Button confirm = new Button(getTranslation("confirm.button"), click -> confirm(secret));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.addClickShortcut(Key.ENTER);
        show(new H2(getTranslation("confirm.title")), new Paragraph(getTranslation("confirm.text", email)), confirm);
    }

    private void confirm(String secret) {
        try {
            switch (confirmation.confirm(secret, address())) {
                case CONFIRMED ->
                    show(
                            new H2(getTranslation("confirm.doneTitle")),
                            new Paragraph(getTranslation("confirm.doneText")),
                            new Anchor("me", getTranslation("confirm.onward")));
                case NOT_GOOD -> end("wrong");
                case TAKEN -> end("taken");
            }
        } catch (TooManyProofsException tooMany) {
            showLimited(tooMany);
        }
    }

    private void end(String why) {
        show(new H2(getTranslation("confirm.title")), problem(getTranslation("confirm." + why)), toLogin());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("confirm.title") + " · Lintel";
    }
}
