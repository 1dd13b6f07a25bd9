package dev.lintel.ui.mail;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.mail.MailAnswer;
import dev.lintel.domain.mail.MailRefusedException;
import dev.lintel.domain.mail.MailServer;
import dev.lintel.domain.mail.MailSettings;
import dev.lintel.domain.permission.Actor;
import dev.lintel.ui.i18n.Messages;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sends a test mail with what stands in the form, and says what the mail server answered. */
final class TestMail extends Section {
    private static final long serialVersionUID = 1L;

    private final transient MailSettings settings;
    private final transient Actor actor;
    private final MailServerForm form;
    private final TextField to;
    private final Button send = new Button(getTranslation("mail.sendTest"), click -> send());
    private final ProgressBar waiting = new ProgressBar();
    private final Div answer = new Div();

    TestMail(MailSettings settings, Actor actor, MailServerForm form) {
        this.settings = settings;
        this.actor = actor;
        this.form = form;
        this.to = form.refusals().at("to", new TextField(getTranslation("mail.testTo")));
        to.setPlaceholder("you@example.org");
        waiting.setIndeterminate(true);
        waiting.setVisible(false);
        answer.addClassName("server-answer");
        answer.getElement().setAttribute("role", "status");
        Div row = new Div(to, send);
        row.addClassName("field-and-button");
        add(new H2(getTranslation("mail.test")), new Paragraph(getTranslation("mail.testText")), row, waiting, answer);
    }

    private void send() {
        answer.removeAll();
        form.refusals().clear();
        try {
            MailServer server = form.server();
            @Nullable String password = form.password();
            String address = to.getValue();
            UI ui = UI.getCurrentOrThrow();
            Locale language = ui.getLocale();
            wait(true);
            Thread.startVirtualThread(() -> {
                Runnable outcome = outcome(server, password, address, language);
                ui.access(() -> {
                    wait(false);
                    outcome.run();
                });
            });
        } catch (MailRefusedException refused) {
            refuse(refused);
        }
    }

    /** A mail server may take its time, and the page must not. */
    private Runnable outcome(MailServer server, @Nullable String password, String address, Locale language) {
        try {
            MailAnswer reply = settings.test(actor, server, password, address, language);
            return () -> show(reply);
        } catch (MailRefusedException refused) {
            return () -> refuse(refused);
        }
    }

    private void wait(boolean on) {
        send.setEnabled(!on);
        waiting.setVisible(on);
    }

    private void refuse(MailRefusedException refused) {
        form.refusals().refuse(refused.problems());
    }

    private void show(MailAnswer reply) {
        boolean taken = reply instanceof MailAnswer.Taken;
        Span sign = new Span(taken ? "✓" : "✕");
        sign.getElement().setAttribute("aria-hidden", "true");
        String words =
                switch (reply) {
                    case MailAnswer.Taken none -> getTranslation("mail.taken");
                    case MailAnswer.Refused refused -> getTranslation(Messages.keyOf(refused.problem()));
                };
        Div verdict = new Div(sign, new Span(words));
        verdict.addClassNames("verdict", taken ? "grant" : "deny");
        answer.add(verdict, new Code(reply.reply()));
    }
}
