package dev.lintel.standalone.local;

import dev.lintel.domain.access.DoorOpener;
import dev.lintel.domain.mail.MailAnswer;
import dev.lintel.domain.mail.MailCarrier;
import dev.lintel.domain.mail.MailProblem;
import dev.lintel.domain.permission.SealedSecrets;
import dev.lintel.standalone.LintelHome;
import dev.lintel.standalone.LintelProperties;
import dev.lintel.standalone.SecretKeyFile;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** A second, small application beside the server: no web, no broker, no routes. Not found by the server's own scan. */
@ComponentScan(
        basePackages = {"dev.lintel.domain", "dev.lintel.rules", "dev.lintel.standalone.database"},
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@AutoConfigurationPackage(basePackages = "dev.lintel.domain")
@EnableConfigurationProperties(LintelProperties.class)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    DataJpaRepositoriesAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    PersistenceExceptionTranslationAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
public class DomainOnly {
    /** @param arguments settings, as {@code --lintel.home=…} */
    public static ConfigurableApplicationContext start(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--logging.level.dev.lintel=warn"));
        all.addAll(List.of(arguments));
        return new SpringApplicationBuilder(DomainOnly.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(all.toArray(String[]::new));
    }

    @Bean(destroyMethod = "close")
    LintelHome lintelHome(LintelProperties properties) {
        return LintelHome.hold(properties.home());
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    SealedSecrets sealedSecrets(LintelHome home, LintelProperties properties) {
        return SecretKeyFile.secrets(home, properties.secret().key());
    }

    /** What is queued here, the server sends. */
    @Bean
    MailCarrier mailCarrier() {
        return (server, password, mail) -> new MailAnswer.Refused(MailProblem.UNREACHABLE, "no way to send from here");
    }

    /** Doors are opened by the server alone. */
    @Bean
    DoorOpener doorOpener() {
        return command -> CompletableFuture.failedFuture(new IllegalStateException("no way to a door from here"));
    }
}
