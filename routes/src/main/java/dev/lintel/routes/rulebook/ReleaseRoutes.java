package dev.lintel.routes.rulebook;

import dev.lintel.domain.rulebook.DenialWatches;
import dev.lintel.domain.rulebook.DueReleases;
import dev.lintel.domain.rulebook.NodeStates;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks every few seconds which rules are due to come into force, and every half a minute whether those that just did deny too
 * much, and says every ten which rules this node decides by. Each version is put in force, and taken back, by one node.
 */
@Configuration(proxyBeanMethods = false)
class ReleaseRoutes {
    @Bean
    RouteBuilder releasesOfRules(DueReleases releases, DenialWatches watches, NodeStates nodes) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // while the database is away, a line is enough
                errorHandler(defaultErrorHandler().logStackTrace(false).logExhaustedMessageHistory(false));

                from("timer:rule-releases?delay=5000&period=5000")
                        .routeId("rule-releases")
                        .process(exchange -> releases.publishDue());

                from("timer:rule-watch?delay=20000&period=30000")
                        .routeId("rule-watch")
                        .process(exchange -> watches.look());

                from("timer:rule-nodes?delay=10000&period=10000")
                        .routeId("rule-nodes")
                        .process(exchange -> nodes.look());
            }
        };
    }
}
