package dev.lintel.ui.security;

import dev.lintel.standalone.LintelHome;
import dev.lintel.standalone.PrivateFile;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A new key for the command line with every start. */
@Configuration(proxyBeanMethods = false)
class LocalTokenConfiguration {
    @Bean
    LocalToken localToken(LintelHome home) {
        return new LocalToken(PrivateFile.randomSecret());
    }
}
