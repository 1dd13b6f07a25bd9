package dev.lintel.routes.rulebook;

import dev.lintel.domain.rulebook.report.ReportMails;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every few minutes which reports on rules are due; each is written by one node. */
@Configuration(proxyBeanMethods = false)
class ReportRoutes {
    @Bean
    RouteBuilder reportsOnRules(ReportMails mails) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // while the database is away, a line is enough
                errorHandler(defaultErrorHandler().logStackTrace(false).logExhaustedMessageHistory(false));

                from("timer:rule-reports?delay=90000&period=300000")
                        .routeId("rule-reports")
                        .process(exchange -> mails.sendDue());
            }
        };
    }
}
