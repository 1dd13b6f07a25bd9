package dev.lintel.routes.mail;

import dev.lintel.domain.mail.MailOutbox;
import dev.lintel.domain.mail.OutgoingMail;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mail.JavaMailSender;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Empties the outbox, and knows the one way to the mail server. */
@Configuration(proxyBeanMethods = false)
class MailRoutes {
    /** Where a written mail goes; what comes back is that mail, or why it was not taken. */
    static final String TO_SERVER = "direct:mail-server";

    private static final int AT_ONCE = 8;
    private static final int THREADS = 4;

    @Bean
    JavaMailSender smtpSender() {
        return new SmtpSender();
    }

    @Bean
    RouteBuilder outgoingMail(MailOutbox outbox) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // while the database is away, a line is enough
                errorHandler(defaultErrorHandler().logStackTrace(false).logExhaustedMessageHistory(false));

                from("timer:mail-outbox?period=2000")
                        .routeId("mail-outbox")
                        .setBody(exchange -> outbox.take(AT_ONCE))
                        .split(body())
                        .parallelProcessing()
                        .executorService(
                                getContext().getExecutorServiceManager().newFixedThreadPool(this, "mail", THREADS))
                        .process(exchange -> outbox.send(mail(exchange)));

                from("timer:mail-tidy?period=60000").routeId("mail-tidy").process(exchange -> outbox.tidy());

                from(TO_SERVER)
                        .routeId("mail-server")
                        .errorHandler(noErrorHandler())
                        .to("smtp:the-server-of-the-mail?javaMailSender=#smtpSender");
            }
        };
    }

    private static OutgoingMail mail(Exchange exchange) {
        return Objects.requireNonNull(exchange.getMessage().getBody(OutgoingMail.class));
    }
}
