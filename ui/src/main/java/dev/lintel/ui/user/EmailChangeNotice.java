package dev.lintel.ui.user;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import dev.lintel.domain.user.invitation.EmailChange;
import dev.lintel.domain.user.people.UserRefusedException;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.util.Optional;
import java.util.function.Supplier;

/** Says that a new e-mail address has yet to be confirmed, and lets people have the mail sent again or take the wish back. */
public final class EmailChangeNotice extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Supplier<Optional<EmailChange>> waiting;
    private final transient Moments moments;
    private final Paragraph text = new Paragraph();
    private final Div buttons = new Div();

    /** @param waiting what waits at this moment */
    public EmailChangeNotice(Supplier<Optional<EmailChange>> waiting, Moments moments) {
        this.waiting = waiting;
        this.moments = moments;
        addClassName("email-change");
        text.getElement().setAttribute("role", "status");
        buttons.addClassName("row-actions");
        add(text, buttons);
        refresh();
    }

    /**
     * Offers to do something about it.
     *
     * @param cancelled called when the wish was taken back
     */
    public EmailChangeNotice offering(Supplier<Optional<EmailChange>> sendAgain, Runnable cancel, Runnable cancelled) {
        Button again = new Button(getTranslation("emailChange.again"), click -> send(sendAgain));
        Button back = new Button(getTranslation("emailChange.cancel"), click -> {
            cancel.run();
            Notification.show(getTranslation("emailChange.cancelled"));
            refresh();
            cancelled.run();
        });
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        buttons.removeAll();
        buttons.add(again, back);
        return this;
    }

    void refresh() {
        Optional<EmailChange> change = waiting.get();
        setVisible(change.isPresent());
        change.ifPresent(asked -> text.setText(getTranslation(
                asked.isOver() ? "emailChange.over" : "emailChange.waiting",
                asked.email(),
                moments.inList(asked.expires()))));
    }

    private void send(Supplier<Optional<EmailChange>> sendAgain) {
        try {
            sendAgain.get().ifPresent(sent -> Notification.show(getTranslation("emailChange.sent", sent.email())));
        } catch (UserRefusedException refused) {
            Notification.show(
                    getTranslation(Messages.keyOf(refused.problems().getFirst().reason())));
        }
        refresh();
    }
}
