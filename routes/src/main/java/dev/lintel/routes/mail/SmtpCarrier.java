package dev.lintel.routes.mail;

import dev.lintel.domain.mail.MailAnswer;
import dev.lintel.domain.mail.MailCarrier;
import dev.lintel.domain.mail.MailServer;
import dev.lintel.domain.mail.OutgoingMail;
import dev.lintel.domain.settings.Settings;
import jakarta.mail.MessagingException;
import java.time.InstantSource;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings mail to the mail server over the route for that. */
@Component
class SmtpCarrier implements MailCarrier {
    private final ProducerTemplate routes;
    private final Settings settings;
    private final InstantSource clock;

    SmtpCarrier(ProducerTemplate routes, Settings settings, InstantSource clock) {
        this.routes = routes;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public MailAnswer send(MailServer server, @Nullable String password, OutgoingMail mail) {
        String name = server.senderName().isEmpty() ? settings.inForce().name() : server.senderName();
        try {
            WrittenMail written =
                    new WrittenMail(SmtpSession.with(server, password), server, name, mail, clock.instant());
            Exchange sent = routes.send(
                    MailRoutes.TO_SERVER, exchange -> exchange.getMessage().setBody(written));
            Exception failure = sent.getException();
            return failure == null ? new MailAnswer.Taken(written.reply().strip()) : SmtpRefusal.of(failure);
        } catch (MessagingException unwritable) {
            return SmtpRefusal.of(unwritable);
        }
    }
}
