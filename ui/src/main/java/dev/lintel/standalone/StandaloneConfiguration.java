package dev.lintel.standalone;

import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What everything else of the server stands on: its settings, its folder, its clock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LintelProperties.class)
class StandaloneConfiguration {
    @Bean(destroyMethod = "close")
    LintelHome lintelHome(LintelProperties properties) {
        return LintelHome.hold(properties.home());
    }

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return InstantSource.system();
    }
}
