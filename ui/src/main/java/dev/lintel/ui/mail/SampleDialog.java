package dev.lintel.ui.mail;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import dev.lintel.domain.mail.MailRefusedException;
import dev.lintel.ui.component.Refusals;

/** Asks to whom a sample of a text is sent. */
final class SampleDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final Refusals refusals = new Refusals();
    private final TextField to = refusals.at("to", new TextField(getTranslation("mail.testTo")));

    /** @param send to the address; refuses what cannot be sent */
    SampleDialog(SerializableConsumer<String> send) {
        addClassName("form-dialog");
        setHeaderTitle(getTranslation("mail.sendSample"));
        to.setPlaceholder("you@example.org");
        to.focus();
        add(new Paragraph(getTranslation("mail.sampleText")), to, refusals);
        Button cancel = new Button(getTranslation("action.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button now = new Button(getTranslation("mail.send"), click -> send(send));
        now.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(cancel, now);
    }

    private void send(SerializableConsumer<String> send) {
        try {
            send.accept(to.getValue());
            close();
            Notification.show(getTranslation("mail.sampleQueued", to.getValue()));
        } catch (MailRefusedException refused) {
            refusals.show(refused.problems());
        }
    }
}
