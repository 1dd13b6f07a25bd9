package dev.lintel.standalone;

import dev.lintel.domain.permission.SealedSecrets;
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

    /** The key stands beside the database and not in it; nodes that share a database have to share the key. */
    @Bean
    SealedSecrets sealedSecrets(LintelHome home, LintelProperties properties) {
        return SecretKeyFile.secrets(home, properties.secret().key());
    }
}
