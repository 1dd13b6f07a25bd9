package dev.lintel.standalone.database;

import dev.lintel.standalone.LintelHome;
import dev.lintel.standalone.PrivateFile;
import dev.lintel.standalone.StartRefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that lives and dies with the server. It listens on loopback only, asks for a password, writes through to
 * the disk, survives the sudden end of the server, and is started again when it ends by itself.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int START_ATTEMPTS = 20;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);

    private final PostgresPrograms programs;
    private final PostgresCluster cluster;
    private final Path logFolder;
    private final int port;
    private boolean stopping;

    private EmbeddedPostgres(PostgresPrograms programs, PostgresCluster cluster, Path logFolder) throws IOException {
        this.programs = programs;
        this.cluster = cluster;
        this.logFolder = logFolder;
        this.port = freePort();
    }

    /** Starts it, made first if this home has none. Returns when it takes connections. */
    public static EmbeddedPostgres start(LintelHome home, String version) throws IOException, InterruptedException {
        Path folder = PrivateFile.folder(home.folder("postgresql"));
        Path logFolder = home.folder("log");
        Path binaries = PostgresBinaries.unpackedIn(folder, version);
        PostgresPrograms programs = new PostgresPrograms(binaries, logFolder.resolve("postgresql-start.log"));
        PostgresCluster cluster = PostgresCluster.in(folder, programs);
        EmbeddedPostgres postgres = new EmbeddedPostgres(programs, cluster, logFolder);
        postgres.endLeftOver();
        postgres.startAndWatch();
        return postgres;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String user() {
        return PostgresCluster.USER;
    }

    public String password() {
        return cluster.password();
    }

    private void endLeftOver() throws IOException, InterruptedException {
        Optional<ProcessHandle> leftOver = cluster.postmaster();
        if (leftOver.isPresent()) {
            LOG.info("ending the database that a server without a proper end has left running");
            end("fast", leftOver.get());
        }
    }

    private synchronized void startAndWatch() throws IOException, InterruptedException {
        for (int attempt = 1; !stopping; attempt++) {
            if (programs.run("pg_ctl", startArguments()) == 0) {
                cluster.postmaster().orElseThrow().onExit().thenRun(this::startAgain);
                return;
            }
            if (attempt == START_ATTEMPTS) {
                throw new StartRefusedException("the embedded database does not start:\n" + programs.lastWords());
            }
            // processes of a killed predecessor hold the shared memory a moment longer
            TimeUnit.MILLISECONDS.sleep(BETWEEN_ATTEMPTS.toMillis());
        }
    }

    private void startAgain() {
        if (isStopping()) {
            return;
        }
        LOG.error("the database has ended unexpectedly; starting it again");
        try {
            startAndWatch();
            LOG.info("the database runs again");
        } catch (IOException | RuntimeException e) {
            LOG.error("the database could not be started again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> startArguments() {
        List<String> arguments = new ArrayList<>(List.of("start", "--wait", "--timeout=60", "--silent"));
        arguments.add("--pgdata=" + cluster.data());
        arguments.add("--options=" + PostgresSettings.options(port, logFolder));
        return arguments;
    }

    /** Watches over it no longer, and lets it run: what the sudden end of a server amounts to. */
    synchronized void abandon() {
        stopping = true;
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        Optional<ProcessHandle> running;
        synchronized (this) {
            stopping = true;
            running = cluster.postmaster();
        }
        if (running.isPresent()) {
            end("fast", running.get());
        }
    }

    private void end(String mode, ProcessHandle postmaster) throws IOException, InterruptedException {
        programs.run(
                "pg_ctl",
                List.of("stop", "--wait", "--timeout=30", "--silent", "--mode=" + mode, "--pgdata=" + cluster.data()));
        CompletableFuture<ProcessHandle> end = postmaster.onExit();
        try {
            end.get(5, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("the database does not stop by itself; killing it, it recovers at the next start");
            postmaster.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
