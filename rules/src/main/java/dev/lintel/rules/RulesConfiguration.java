package dev.lintel.rules;

import dev.lintel.domain.rulebook.RulebookVersions;
import dev.lintel.rules.engine.RulebookDecisionPoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the decision point to the application. */
@Configuration(proxyBeanMethods = false)
public class RulesConfiguration {
    /** Also compiles what is drafted. */
    @Bean
    RulebookDecisionPoint accessDecisionPoint(RulebookVersions versions) {
        return new RulebookDecisionPoint(versions);
    }
}
