package dev.lintel.standalone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.standalone.LintelHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
    private static final String VERSION = "test";

    private Path folder;

    @BeforeEach
    void newHome(@TempDir Path fresh) {
        folder = fresh;
    }

    @Test
    void keepsItsDataSafeAndItsDoorShut() throws Exception {
        try (LintelHome home = LintelHome.hold(folder);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(home, VERSION)) {
            assertThat(setting(postgres, "fsync")).isEqualTo("on");
            assertThat(setting(postgres, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(postgres, "full_page_writes")).isEqualTo("on");
            assertThat(setting(postgres, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "wrong"))
                    .isInstanceOf(SQLException.class);
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("postgresql/password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void startsAgainWhenItDies() throws Exception {
        try (LintelHome home = LintelHome.hold(folder);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(home, VERSION)) {
            execute(postgres, "create table kept (name text)");
            execute(postgres, "insert into kept values ('here')");
            ProcessHandle first = postmaster();
            first.destroyForcibly();
            first.onExit().join();

            assertThat(firstAnswer(postgres, "select name from kept")).isEqualTo("here");
        }
    }

    @Test
    void endsWhatAKilledServerLeftRunning() throws Exception {
        LintelHome first = LintelHome.hold(folder);
        EmbeddedPostgres orphan = EmbeddedPostgres.start(first, VERSION);
        ProcessHandle leftOver = postmaster();
        // as after SIGKILL: the lock is gone, the database is not, and nobody watches over it
        first.close();
        orphan.abandon();
        try (LintelHome home = LintelHome.hold(folder);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(home, VERSION)) {
            assertThat(leftOver.isAlive()).isFalse();
            assertThat(setting(postgres, "port")).isNotBlank();
        }
    }

    private ProcessHandle postmaster() throws Exception {
        String pid = Files.readAllLines(folder.resolve("postgresql/data/postmaster.pid"))
                .getFirst()
                .strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static String setting(EmbeddedPostgres postgres, String name) throws SQLException {
        return query(postgres, "show " + name);
    }

    private static String firstAnswer(EmbeddedPostgres postgres, String sql) throws Exception {
        for (int tries = 0; tries < 600; tries++) {
            try {
                return query(postgres, sql);
            } catch (SQLException notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new AssertionError("the database does not come back");
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connection(postgres);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connection(postgres)) {
            connection.createStatement().execute(sql);
        }
    }

    private static Connection connection(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }
}
