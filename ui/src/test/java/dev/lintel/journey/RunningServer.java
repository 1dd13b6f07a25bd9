package dev.lintel.journey;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * The real server as a process of its own, with its own home and ports, for tests that look at it from outside. It can be
 * stopped, killed and started again on the same home; closing it leaves nothing behind.
 */
public final class RunningServer implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 180;

    /** Packaged before integration tests run. */
    private static final Path PACKED = Path.of("target", "lintel.jar").toAbsolutePath();

    private static final List<String> JVM = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC");

    private final Path home;
    private final Path output;
    private final Map<String, String> environment = new HashMap<>();
    private Process process;

    private RunningServer(Path home, Map<String, String> more) throws IOException {
        this.home = home;
        this.output = home.resolveSibling(home.getFileName() + ".out");
        environment.put("LINTEL_HOME", home.toString());
        for (String port : List.of("LINTEL_HTTP_PORT", "LINTEL_MQTT_PORT", "LINTEL_MQTTS_PORT")) {
            environment.put(port, Integer.toString(freePort()));
        }
        environment.putAll(more);
        this.process = launch(output, Map.of(), List.of("run"));
    }

    /** A new server with a new home, ready to be used. */
    public static RunningServer start() throws IOException, InterruptedException {
        return start(Map.of());
    }

    /** @param more environment variables, as {@code LINTEL_DATABASE_URL} */
    public static RunningServer start(Map<String, String> more) throws IOException, InterruptedException {
        RunningServer server = new RunningServer(Files.createTempDirectory("lintel-"), more);
        try {
            server.awaitReady();
            return server;
        } catch (AssertionError | InterruptedException e) {
            server.close();
            throw e;
        }
    }

    public Path home() {
        return home;
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + environment.get("LINTEL_HTTP_PORT") + path);
    }

    public int mqttPort() {
        return Integer.parseInt(environment.get("LINTEL_MQTT_PORT"));
    }

    /** Everything printed since the last start. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The password of the first administrator, if this start printed one. */
    public Optional<String> oneTimePassword() {
        Matcher password = Pattern.compile("password {3}(\\S+)").matcher(output());
        return password.find() ? Optional.of(password.group(1)) : Optional.empty();
    }

    /** Asks the REST API on behalf of the server itself. */
    public HttpResponse<String> rest(String method, String path, String body) throws IOException, InterruptedException {
        return rest(method, path, body, HttpResponse.BodyHandlers.ofString());
    }

    /** A file over the REST API, on behalf of the server itself. */
    public HttpResponse<byte[]> restFile(String path) throws IOException, InterruptedException {
        return rest("GET", path, "", HttpResponse.BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> rest(String method, String path, String body, HttpResponse.BodyHandler<T> read)
            throws IOException, InterruptedException {
        String token = Files.readAllLines(home.resolve("run/server")).getLast();
        HttpRequest request = HttpRequest.newBuilder(url(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, read);
        }
    }

    /** The database behind the embedded server, as its own user. */
    public Connection database() throws IOException, SQLException {
        List<String> postmaster = Files.readAllLines(home.resolve("postgresql/data/postmaster.pid"));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postmaster.get(3) + "/postgres",
                "lintel",
                Files.readString(home.resolve("postgresql/password")).strip());
    }

    /** The process of the embedded PostgreSQL. */
    public Optional<ProcessHandle> postgres() {
        Path file = home.resolve("postgresql/data/postmaster.pid");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Ends the server as an operator does, and waits for the end. Returns the exit code. */
    public int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the server does not stop:\n" + output());
        }
        return process.exitValue();
    }

    /** SIGKILL, as a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Takes away what the broker has kept, as if the server had been away for longer than that. */
    public void forgetMessages() throws IOException {
        deleteAll(home.resolve("mqtt"));
    }

    /** Starts it again on the same home and ports. */
    public void startAgain(String... options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("run"));
        words.addAll(List.of(options));
        process = launch(output, Map.of(), words);
        awaitReady();
    }

    /** Runs another command of Lintel beside the server. */
    public Finished command(String... words) throws IOException, InterruptedException {
        return command(Map.of(), words);
    }

    /** The same with other environment variables. */
    public Finished command(Map<String, String> other, String... words) throws IOException, InterruptedException {
        Path said = Files.createTempFile("lintel-command", ".out");
        try {
            Process command = launch(said, other, List.of(words));
            if (!command.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                command.destroyForcibly();
                throw new AssertionError("the command does not end: " + List.of(words));
            }
            return new Finished(command.exitValue(), Files.readString(said));
        } finally {
            Files.delete(said);
        }
    }

    /** How a command ended, and all that it said. */
    public record Finished(int exitCode, String output) {}

    private Process launch(Path said, Map<String, String> other, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(JVM);
        if (Files.exists(Unpacked.CLASSES)) {
            command.add("-XX:SharedArchiveFile=" + Unpacked.CLASSES);
        }
        command.addAll(List.of("-jar", Unpacked.JAR.toString()));
        command.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LINTEL_"));
        builder.environment().putAll(environment);
        builder.environment().putAll(other);
        return builder.start();
    }

    private void awaitReady() throws InterruptedException {
        for (long waited = 0; waited < PATIENCE_SECONDS * 10; waited++) {
            if (output().contains("is ready in")) {
                return;
            }
            if (!process.isAlive()) {
                break;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("the server does not get ready:\n" + output());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        Optional<ProcessHandle> leftOver = postgres();
        leftOver.ifPresent(ProcessHandle::destroyForcibly);
        leftOver.ifPresent(database -> database.onExit().join());
        deleteAll(home);
        Files.deleteIfExists(output);
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * The jar laid out as the launcher runs it, and its classes as a server had read them when it was ready: it starts in a
     * fraction of the time, and journeys start it often. Made once for each jar, by whichever process of tests comes first.
     */
    private static final class Unpacked {
        private static final Path FOLDER = PACKED.resolveSibling("journeys");
        static final Path JAR = FOLDER.resolve(PACKED.getFileName());
        static final Path CLASSES = FOLDER.resolve("classes.jsa");

        static {
            Path lock = FOLDER.resolveSibling("journeys.lock");
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                Path madeFrom = FOLDER.resolve("made-from");
                String jar = checksum();
                if (held.isValid()
                        && !(Files.exists(madeFrom)
                                && Files.readString(madeFrom).equals(jar))) {
                    unpack();
                    readOnce();
                    Files.writeString(madeFrom, jar);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        /** Its time says nothing: every build of it has the same. */
        private static String checksum() throws IOException {
            if (Files.notExists(PACKED)) {
                return "nothing";
            }
            try (var read = new CheckedInputStream(Files.newInputStream(PACKED), new CRC32())) {
                read.transferTo(OutputStream.nullOutputStream());
                return Long.toHexString(read.getChecksum().getValue());
            }
        }

        private static void unpack() {
            int code = run(
                    Map.of(),
                    Stream.of(
                            JVM.getFirst(),
                            "-Djarmode=tools",
                            "-jar",
                            PACKED.toString(),
                            "extract",
                            "--force",
                            "--destination",
                            FOLDER.toString()));
            if (code != 0) {
                throw new AssertionError(PACKED + " cannot be unpacked; is it there? \"mvn package\" makes it");
            }
        }

        /** What does not come about is done without. */
        private static void readOnce() throws IOException {
            Files.deleteIfExists(CLASSES);
            Path home = Files.createTempDirectory("lintel-trial-");
            Map<String, String> environment = Map.of(
                    "LINTEL_HOME", home.toString(),
                    "LINTEL_HTTP_PORT", "0",
                    "LINTEL_MQTT_PORT", "0",
                    "LINTEL_MQTTS_PORT", "0");
            run(
                    environment,
                    Stream.concat(
                            JVM.stream(),
                            Stream.of(
                                    "-XX:ArchiveClassesAtExit=" + CLASSES,
                                    "-Xlog:disable",
                                    "-jar",
                                    JAR.toString(),
                                    "run",
                                    "--lintel.trial=1s")));
            deleteAll(home);
        }

        private static int run(Map<String, String> environment, Stream<String> command) {
            ProcessBuilder builder = new ProcessBuilder(command.toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().keySet().removeIf(name -> name.startsWith("LINTEL_"));
            builder.environment().putAll(environment);
            try {
                return builder.start().waitFor();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }
}
