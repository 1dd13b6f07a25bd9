package dev.lintel.routes.review;

import dev.lintel.domain.review.OverdueReviews;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every quarter of an hour which reviews should be closed by now; each is told by one node. */
@Configuration(proxyBeanMethods = false)
class ReviewRoutes {
    @Bean
    RouteBuilder tellingOfOverdueReviews(OverdueReviews reviews) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // while the database is away, a line is enough
                errorHandler(defaultErrorHandler().logStackTrace(false).logExhaustedMessageHistory(false));

                from("timer:overdue-reviews?delay=75000&period=900000")
                        .routeId("overdue-reviews")
                        .process(exchange -> reviews.tell());
            }
        };
    }
}
