package dev.lintel.routes.audit;

import dev.lintel.domain.audit.OldEntries;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every few minutes whether it is night somewhere; each log is looked through once a night, by one node. */
@Configuration(proxyBeanMethods = false)
class RetentionRoutes {
    @Bean
    RouteBuilder oldLogEntries(OldEntries entries) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // while the database is away, a line is enough
                errorHandler(defaultErrorHandler().logStackTrace(false).logExhaustedMessageHistory(false));

                from("timer:log-retention?delay=120000&period=600000")
                        .routeId("log-retention")
                        .process(exchange -> entries.removeDue());
            }
        };
    }
}
