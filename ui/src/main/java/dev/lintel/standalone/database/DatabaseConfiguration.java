package dev.lintel.standalone.database;

import dev.lintel.standalone.LintelHome;
import dev.lintel.standalone.LintelProperties;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the data source finds its database: the one that the operator names, else the embedded one. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    @Bean(destroyMethod = "close")
    @ConditionalOnProperty("lintel.database.embedded")
    EmbeddedPostgres embeddedPostgres(LintelHome home, LintelProperties properties)
            throws IOException, InterruptedException {
        return EmbeddedPostgres.start(
                home, Objects.requireNonNull(properties.database().binaries()));
    }

    @Bean
    @ConditionalOnProperty("lintel.database.embedded")
    JdbcConnectionDetails embeddedConnection(EmbeddedPostgres postgres) {
        return new Connection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    @Bean
    @ConditionalOnProperty(name = "lintel.database.embedded", havingValue = "false")
    JdbcConnectionDetails ownConnection(LintelProperties properties) {
        LintelProperties.Database database = properties.database();
        return new Connection(Objects.requireNonNull(database.url()), database.user(), database.password());
    }

    private record Connection(
            String jdbcUrl, @Nullable String user, @Nullable String secret) implements JdbcConnectionDetails {
        @Override
        public String getJdbcUrl() {
            return jdbcUrl;
        }

        @Override
        public @Nullable String getUsername() {
            return user;
        }

        @Override
        public @Nullable String getPassword() {
            return secret;
        }
    }
}
