package dev.lintel.rules;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.rules.engine.DroolsAccessDecisionPoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the decision point to the application. */
@Configuration(proxyBeanMethods = false)
public class RulesConfiguration {
    @Bean
    AccessDecisionPoint accessDecisionPoint() {
        return DroolsAccessDecisionPoint.shipped();
    }
}
