package dev.lintel.routes.holiday;

import dev.lintel.domain.schedule.holiday.HolidaySubscriptions;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every few minutes which subscribed calendars are to be refreshed; each is once a day. */
@Configuration(proxyBeanMethods = false)
class HolidayRoutes {
    @Bean
    RouteBuilder subscribedHolidays(HolidaySubscriptions subscriptions) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // while the database is away, a line is enough
                errorHandler(defaultErrorHandler().logStackTrace(false).logExhaustedMessageHistory(false));

                from("timer:holidays?delay=60000&period=300000")
                        .routeId("holidays")
                        .process(exchange -> subscriptions.refreshDue());
            }
        };
    }
}
