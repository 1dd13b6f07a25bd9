package dev.lintel.domain.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of the decision is plain Java, made into the one of its kind on this server. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    @Bean
    AccessDirectory accessDirectory() {
        return new AccessDirectory();
    }

    @Bean
    AccessDecisions accessDecisions(AccessDirectory directory, AccessDecisionPoint decisionPoint) {
        return new AccessDecisions(directory, decisionPoint);
    }

    @Bean
    WhyNot whyNot(AccessDecisionPoint decisionPoint) {
        return new WhyNot(decisionPoint);
    }
}
