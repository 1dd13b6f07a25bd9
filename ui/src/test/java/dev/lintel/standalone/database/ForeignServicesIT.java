package dev.lintel.standalone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lintel.journey.RunningServer;
import dev.lintel.standalone.LintelHome;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL and an MQTT broker that are not ours: the same server, without those of its own. */
class ForeignServicesIT {
    private static final Path MOSQUITTO = Path.of("/usr/sbin/mosquitto");

    @Test
    void usesTheDatabaseAndTheBrokerThatItIsGiven(@TempDir Path folder) throws Exception {
        boolean present = Files.isExecutable(MOSQUITTO);
        assertThat(present || System.getenv("CI") == null)
                .as("mosquitto is installed")
                .isTrue();
        assumeThat(present).isTrue();
        int port = freePort();
        Path settings = Files.writeString(
                folder.resolve("mosquitto.conf"), "listener " + port + " 127.0.0.1\nallow_anonymous true\n");
        Process mosquitto = new ProcessBuilder(MOSQUITTO.toString(), "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.out").toFile())
                .start();
        try (LintelHome elsewhere = LintelHome.hold(folder.resolve("elsewhere"));
                EmbeddedPostgres database = EmbeddedPostgres.start(elsewhere, "test");
                RunningServer server = RunningServer.start(Map.of(
                        "LINTEL_DATABASE_URL", database.jdbcUrl(),
                        "LINTEL_DATABASE_USER", database.user(),
                        "LINTEL_DATABASE_PASSWORD", database.password(),
                        "LINTEL_MQTT_URL", "mqtt://127.0.0.1:" + port))) {
            assertThat(server.oneTimePassword()).isPresent();
            assertThat(server.home().resolve("postgresql")).doesNotExist();
            assertThat(server.home().resolve("mqtt")).doesNotExist();
            awaitConnection(server, port);
        } finally {
            mosquitto.destroy();
            mosquitto.waitFor();
        }
    }

    private static void awaitConnection(RunningServer server, int port) throws InterruptedException {
        String said = "connected to the MQTT broker 127.0.0.1:" + port;
        for (int tries = 0; tries < 300 && !server.output().contains(said); tries++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(server.output()).contains(said);
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
