package dev.lintel.routes.sms;

import dev.lintel.domain.sms.OutgoingSms;
import dev.lintel.domain.sms.SmsOutbox;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.twilio.TwilioComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Empties the outbox of short messages, and knows the one way to Twilio. */
@Configuration(proxyBeanMethods = false)
class SmsRoutes {
    static final String TO_SERVICE = "direct:sms-service";
    static final String COMPONENT = "twilio";

    private static final int AT_ONCE = 8;

    @Bean
    RouteBuilder outgoingSms(SmsOutbox outbox) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // while the database is away, a line is enough
                errorHandler(defaultErrorHandler().logStackTrace(false).logExhaustedMessageHistory(false));

                // a component of our own, as no bean may be called like it: it starts before anybody has an account
                TwilioComponent twilio = new TwilioComponent(getContext());
                twilio.setRestClient(TwilioClient.ofNobody());
                getContext().addComponent(COMPONENT, twilio);

                from("timer:sms-outbox?period=2000")
                        .routeId("sms-outbox")
                        .setBody(exchange -> outbox.take(AT_ONCE))
                        .split(body())
                        .process(exchange -> outbox.send(sms(exchange)));

                from("timer:sms-tidy?period=60000").routeId("sms-tidy").process(exchange -> outbox.tidy());

                from(TO_SERVICE)
                        .routeId("sms-service")
                        .errorHandler(noErrorHandler())
                        .to(COMPONENT + ":message/creator");
            }
        };
    }

    private static OutgoingSms sms(Exchange exchange) {
        return Objects.requireNonNull(exchange.getMessage().getBody(OutgoingSms.class));
    }
}
