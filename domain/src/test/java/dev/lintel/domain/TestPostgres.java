package dev.lintel.domain;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** One PostgreSQL for all tests of a run, with as many databases as they want. */
public final class TestPostgres {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;
    private static @Nullable String template;

    private TestPostgres() {}

    /** JDBC address of a new, empty database. */
    public static String emptyDatabase() {
        return create("test_" + DATABASES.incrementAndGet(), "template1");
    }

    /** JDBC address of a new database with all tables and nothing in them. */
    public static String freshDatabase() {
        return create("test_" + DATABASES.incrementAndGet(), migrated());
    }

    /** The name of a database that others are copied from: to copy is quicker than to migrate. */
    private static synchronized String migrated() {
        if (template == null) {
            String url = create("migrated", "template1");
            Flyway.configure()
                    .dataSource(url, "postgres", "")
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            template = "migrated";
        }
        return template;
    }

    private static String create(String name, String from) {
        EmbeddedPostgres running = server();
        try (Connection connection = running.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + from);
        } catch (SQLException failure) {
            throw new IllegalStateException("the database \"" + name + "\" could not be made", failure);
        }
        return running.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true";
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return server;
    }
}
