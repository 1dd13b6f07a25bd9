package dev.lintel.routes.wallet;

import dev.lintel.domain.wallet.DuePush;
import dev.lintel.domain.wallet.PassPushes;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks what passes have changed, and tells the phones that have them. */
@Configuration(proxyBeanMethods = false)
class PassPushRoutes {
    private static final int AT_ONCE = 20;
    private static final int THREADS = 2;

    @Bean
    RouteBuilder changedPasses(PassPushes pushes) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // while the database is away, a line is enough
                errorHandler(defaultErrorHandler().logStackTrace(false).logExhaustedMessageHistory(false));

                from("timer:wallet-pushes?period=2000")
                        .routeId("wallet-pushes")
                        .setBody(exchange -> pushes.take(AT_ONCE))
                        .split(body())
                        .parallelProcessing()
                        .executorService(
                                getContext().getExecutorServiceManager().newFixedThreadPool(this, "wallet", THREADS))
                        .process(exchange -> pushes.send(push(exchange)));
            }
        };
    }

    private static DuePush push(Exchange exchange) {
        return Objects.requireNonNull(exchange.getMessage().getBody(DuePush.class));
    }
}
