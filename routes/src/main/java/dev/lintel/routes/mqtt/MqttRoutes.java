package dev.lintel.routes.mqtt;

import java.util.Objects;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What happens to each kind of message of the device protocol. */
@Configuration(proxyBeanMethods = false)
class MqttRoutes {
    private static final int TRIES = 8;
    private static final long FIRST_PAUSE_MS = 250;
    private static final long LONGEST_PAUSE_MS = 15_000;

    @Bean
    MqttSettings mqttSettings(Environment environment) {
        return MqttSettings.of(environment);
    }

    @Bean
    RouteBuilder deviceRoutes(DoorRequests requests, ToldEvents events, SignsOfLife signs) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("acs:request")
                        .routeId("acs-request")
                        .process(exchange -> answer(exchange, requests::reply))
                        .to("acs:response")
                        .process(exchange -> heard(exchange, signs));

                from("acs:event")
                        .routeId("acs-event")
                        .onException(RuntimeException.class)
                        .maximumRedeliveries(TRIES)
                        .redeliveryDelay(FIRST_PAUSE_MS)
                        .useExponentialBackOff()
                        .maximumRedeliveryDelay(LONGEST_PAUSE_MS)
                        .handled(true)
                        .process(exchange -> answer(exchange, events::giveUp))
                        .to("acs:response")
                        .end()
                        .process(exchange -> answer(exchange, events::reply))
                        .to("acs:response")
                        .process(exchange -> heard(exchange, signs));

                from("acs:status").routeId("acs-status").process(exchange -> status(message(exchange), signs));
                from("acs:state").routeId("acs-state").process(exchange -> heard(exchange, signs));
            }
        };
    }

    private static void answer(Exchange exchange, Function<DeviceMessage, ?> handler) {
        exchange.getMessage().setBody(handler.apply(message(exchange)));
    }

    private static void heard(Exchange exchange, SignsOfLife signs) {
        signs.heard(message(exchange).serial());
    }

    private static void status(DeviceMessage message, SignsOfLife signs) {
        DeviceMessageCodec.online(message.payload()).ifPresent(online -> signs.said(message.serial(), online));
    }

    private static DeviceMessage message(Exchange exchange) {
        return Objects.requireNonNull(exchange.getProperty(AcsConsumer.MESSAGE, DeviceMessage.class));
    }
}
